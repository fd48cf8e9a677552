/** What a choice may be by, in schema.org's words. */
export type Trait = 'size' | 'color' | 'material' | 'pattern'

const NAMES: Record<Trait, readonly string[]> = {
  size: ['size', 'koko', 'størrelse', 'storlek', 'größe', 'taille'],
  color: ['color', 'colour', 'väri', 'farge', 'färg', 'farbe', 'couleur'],
  material: ['material', 'materiaali', 'materiale'],
  pattern: ['pattern', 'kuvio', 'kuosi', 'mønster', 'mönster']
}

/** The trait that an option's name stands for, in the languages of our shops and their neighbours. */
export const traitOf = (option: string): Trait | undefined =>
  (Object.keys(NAMES) as Trait[]).find((trait) => NAMES[trait].includes(option.trim().toLowerCase()))
