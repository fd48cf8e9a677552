// What a shop sells: products, their options and variants, prices, tags, collections and pictures.
export { attachPicture } from './attach-picture.ts'
export { findEditableProduct, type EditableProduct, type EditableVariant } from './desk/find-product.ts'
export { countProducts, listStudioProducts, type ProductLine } from './desk/list-products.ts'
export { nameSkus } from './name-skus.ts'
export { amountParser } from './reading/amount.ts'
export {
  FILE_PROBLEM_CODES,
  FORMAT_NAMES,
  readProducts,
  type FormatName,
  type Mapping,
  type Opener,
  type NoticeCode,
  type ProblemCode,
  type ProductDraft,
  type ReadItem,
  type ReadNotice,
  type ReadProblem,
  type ReadProduct,
  type RowRange
} from './reading/index.ts'
export * as leftOut from './reading/left-out.ts'
export * as reading from './reading/index.ts'
export { slug } from './reading/slug.ts'
export { removeCollection } from './remove-collection.ts'
export { saveCollection, type CollectionRefusal } from './save-collection.ts'
export { saveMany, type Wanted } from './save-many.ts'
export { saveProduct, type SaveProductRefusal } from './save-product.ts'
export { setProductStates, type ProductState, type StateChange } from './set-product-states.ts'
export { findProduct, type ProductPage, type VariantView } from './shelf/find-product.ts'
export { listCollections, listTags, type CollectionLine } from './shelf/list-collections.ts'
export { listProducts, listProductsByIds, type ProductCard } from './shelf/list-products.ts'
export { type Existing } from './locks.ts'
export { type Saved } from './save-plans.ts'
export { type ProductInput } from './schema.ts'
