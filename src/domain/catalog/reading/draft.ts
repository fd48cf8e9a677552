/** A product as the file tells it: nothing here has been written, and `descriptionHtml` is not yet sanitised. */
export type ProductDraft = {
  handle: string
  /** The file gave no handle: it was made of words, and the product may be here under another. */
  named?: 'here'
  title: string
  descriptionHtml: string
  vendor?: string
  productType?: string
  category?: string
  tags: string[]
  status: 'active' | 'draft' | 'archived'
  /** At most three; every variant has one value for each, in the same order. */
  options: DraftOption[]
  variants: DraftVariant[]
  images: DraftImage[]
  seoTitle?: string
  seoDescription?: string
}

export type DraftOption = { name: string; values: string[] }

/** Amounts are integer minor units of the currency given to `readProducts`; `compareAtMinor` is above the price. */
export type DraftVariant = {
  sku?: string
  barcode?: string
  optionValues: string[]
  priceMinor: number
  compareAtMinor?: number
  costMinor?: number
  grams?: number
  inventoryQuantity?: number
  tracked: boolean
  continueSelling: boolean
  requiresShipping: boolean
  taxable: boolean
  imageUrl?: string
}

/** Positions run 1, 2, 3… without gaps; urls are http(s) and unique within a product. */
export type DraftImage = { url: string; position: number; alt?: string }
