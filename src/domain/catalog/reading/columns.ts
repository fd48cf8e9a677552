/** What a column means to us, whatever it is called. */
export type Field =
  | 'handle'
  | 'title'
  | 'description'
  | 'vendor'
  | 'productType'
  | 'category'
  | 'tags'
  | 'published'
  | 'status'
  | 'seoTitle'
  | 'seoDescription'
  | `optionName${1 | 2 | 3}`
  | `optionValue${1 | 2 | 3}`
  | 'sku'
  | 'barcode'
  | 'price'
  | 'compareAt'
  | 'cost'
  | 'taxable'
  | 'tracker'
  | 'quantity'
  | 'continueSelling'
  | 'grams'
  | 'requiresShipping'
  | 'imageUrl'
  | 'imagePosition'
  | 'imageAlt'
  | 'variantImage'

export type Generation = 'classic' | 'current'

type Names = Record<string, Field>

/** Names only Shopify's older exports use, as `fold` writes them. */
const CLASSIC: Names = {
  handle: 'handle',
  bodyhtml: 'description',
  body: 'description',
  customproducttype: 'productType',
  published: 'published',
  variantsku: 'sku',
  variantbarcode: 'barcode',
  variantprice: 'price',
  variantcompareatprice: 'compareAt',
  varianttaxable: 'taxable',
  variantinventorytracker: 'tracker',
  variantinventoryqty: 'quantity',
  variantinventorypolicy: 'continueSelling',
  variantgrams: 'grams',
  variantrequiresshipping: 'requiresShipping',
  imagesrc: 'imageUrl',
  variantimage: 'variantImage'
}

/** Names only the exports since 2025 use. */
const CURRENT: Names = {
  urlhandle: 'handle',
  description: 'description',
  publishedononlinestore: 'published',
  sku: 'sku',
  barcode: 'barcode',
  price: 'price',
  compareatprice: 'compareAt',
  chargetax: 'taxable',
  inventorytracker: 'tracker',
  inventoryquantity: 'quantity',
  continuesellingwhenoutofstock: 'continueSelling',
  weightvaluegrams: 'grams',
  requiresshipping: 'requiresShipping',
  productimageurl: 'imageUrl',
  variantimageurl: 'variantImage'
}

const SHARED: Names = {
  title: 'title',
  vendor: 'vendor',
  type: 'productType',
  productcategory: 'category',
  tags: 'tags',
  status: 'status',
  costperitem: 'cost',
  imageposition: 'imagePosition',
  imagealttext: 'imageAlt',
  seotitle: 'seoTitle',
  seodescription: 'seoDescription',
  option1name: 'optionName1',
  option2name: 'optionName2',
  option3name: 'optionName3',
  option1value: 'optionValue1',
  option2value: 'optionValue2',
  option3value: 'optionValue3'
}

export type Meaning = { field: Field; generation?: Generation }

const MEANINGS = new Map<string, Meaning>([
  ...entries(SHARED),
  ...entries(CLASSIC, 'classic'),
  ...entries(CURRENT, 'current')
])

/** What a heading means, or nothing when we do not know it. */
export function meaningOf(heading: string): Meaning | undefined {
  return MEANINGS.get(fold(heading))
}

/** Letters and digits only, without case, spaces, punctuation or diacritics: ` Variant  Prïce` is `variantprice`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

function entries(names: Names, generation?: Generation): [string, Meaning][] {
  return Object.entries(names).map(([name, field]) => [name, { field, generation }])
}
