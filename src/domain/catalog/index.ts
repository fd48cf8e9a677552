// What a shop sells: products, their options and variants, prices, tags, collections and pictures.
export { cleanHtml } from './clean-html.ts'
export { saveMany, type Wanted } from './save-many.ts'
export { saveProduct, type SaveProductRefusal } from './save-product.ts'
export type { Existing } from './locks.ts'
export type { Saved } from './save-fields.ts'
export type { ProductInput } from './schema.ts'
