export type Option = { name: string; value: string }
export type Trait = 'color' | 'size' | 'material' | 'pattern'

const NAMES: Record<Trait, readonly string[]> = {
  color: ['colour', 'color', 'väri', 'farge', 'färg', 'farbe', 'couleur'],
  size: ['size', 'koko', 'størrelse', 'storlek', 'größe', 'taille'],
  material: ['material', 'materiaali', 'materiale', 'matière'],
  pattern: ['pattern', 'kuosi', 'kuvio', 'mønster', 'mönster', 'muster', 'motif']
}

/** What networks have a field of its own for, found by the option's name in the languages shops write in. */
export function traitsOf(options: readonly Option[]): Partial<Record<Trait, string>> {
  const traits: Partial<Record<Trait, string>> = {}
  for (const { name, value } of options) {
    const word = name.trim().toLowerCase()
    const trait = (Object.keys(NAMES) as Trait[]).find((one) => NAMES[one].includes(word))
    if (trait) traits[trait] ??= value
  }
  return traits
}
