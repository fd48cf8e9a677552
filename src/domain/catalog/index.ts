// What a shop sells: products, their options and variants, prices, tags, collections and pictures.
export { cleanHtml } from './clean-html.ts'
export { saveProduct, type Saved, type SaveProductRefusal } from './save-product.ts'
export type { ProductInput } from './schema.ts'
