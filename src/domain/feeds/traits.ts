export type Option = { name: string; value: string }
/** What a choice may be by, in schema.org's words and the networks'. */
export type Trait = 'color' | 'size' | 'material' | 'pattern'

const NAMES: Record<Trait, readonly string[]> = {
  color: ['colour', 'color', 'väri', 'farge', 'färg', 'farbe', 'couleur'],
  size: ['size', 'koko', 'størrelse', 'storlek', 'größe', 'taille'],
  material: ['material', 'materiaali', 'materiale', 'matière'],
  pattern: ['pattern', 'kuosi', 'kuvio', 'mønster', 'mönster', 'muster', 'motif']
}

/** The trait that an option's name stands for. */
export const traitOf = (option: string): Trait | undefined =>
  (Object.keys(NAMES) as Trait[]).find((trait) => NAMES[trait].includes(option.trim().toLowerCase()))

/** What networks have a field of its own for, found by the option's name in the languages shops write in. */
export function traitsOf(options: readonly Option[]): Partial<Record<Trait, string>> {
  const traits: Partial<Record<Trait, string>> = {}
  for (const { name, value } of options) {
    const trait = traitOf(name)
    if (trait) traits[trait] ??= value
  }
  return traits
}
