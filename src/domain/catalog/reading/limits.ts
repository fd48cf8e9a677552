/** Ceilings that keep one hostile file from taking the process with it; sizes are in UTF-16 code units. */
export type Limits = {
  rows: number
  columns: number
  cell: number
  record: number
  variants: number
  images: number
  tags: number
  /** All rows of one product together. */
  product: number
  /** Problems and notices told about one product; the rest would say the same again. */
  remarks: number
}

export const LIMITS: Limits = {
  rows: 5_000_000,
  columns: 200,
  cell: 1_048_576,
  record: 2_097_152,
  variants: 2_000,
  images: 250,
  tags: 250,
  product: 16_777_216,
  remarks: 100
}

/** Longest text accepted in each kind of cell. */
export const TEXT_LIMITS = {
  handle: 255,
  title: 255,
  description: 524_288,
  vendor: 255,
  productType: 255,
  category: 512,
  tag: 255,
  optionName: 255,
  optionValue: 255,
  sku: 255,
  barcode: 255,
  url: 2_048,
  alt: 1_000,
  seoTitle: 255,
  seoDescription: 1_000
} as const
