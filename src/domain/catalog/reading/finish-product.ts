import type { ProductDraft } from './draft.ts'
import { statusOf } from './facts.ts'
import { orderedImages } from './images.ts'
import type { ReadItem } from './items.ts'
import { settleOptions } from './options.ts'
import type { Settled } from './options.ts'
import type { Building } from './product.ts'

/** The finished draft with its notices, or every reason why there is none. */
export function finishProduct(product: Building, returned: boolean): ReadItem[] {
  const values = product.broken || product.full ? undefined : checkWhole(product, returned)
  const { first, last, handle, problems, notices } = product
  const rows: [number, number] = [first.row, last]
  if (!values || problems.length) {
    return [...problems, { kind: 'notice', code: 'product_skipped', row: first.row, rows, handle }]
  }
  return [...notices, { kind: 'product', draft: draftOf(product, values), rows }]
}

/** What can be judged only when all rows are in; a part without a title cannot stand alone. */
function checkWhole(
  { facts, table, variants, first, remarks }: Building,
  returned: boolean
): Settled | undefined {
  if (!facts.title && returned)
    return void remarks.problem('scattered_product', { row: first, field: 'handle' })
  if (!facts.title) remarks.problem('missing_title', { row: first, field: 'title' })
  if (!variants.length) remarks.problem('missing_price', { row: first, field: 'price' })
  return settleOptions(table, remarks)
}

function draftOf(
  { handle, facts, variants, images, named }: Building,
  { options, values }: Settled
): ProductDraft {
  const {
    title = '',
    description = '',
    vendor,
    productType,
    category,
    tags = [],
    seoTitle,
    seoDescription
  } = facts
  return {
    handle,
    ...(named && { named }),
    title,
    descriptionHtml: description,
    vendor,
    productType,
    category,
    tags,
    status: statusOf(facts),
    options,
    variants: variants.map((variant, index) => ({ ...variant, optionValues: values[index] ?? [] })),
    images: orderedImages(images),
    seoTitle,
    seoDescription
  }
}
