import type { Field } from './spec.ts'

const optional =
  (read: (item: Parameters<Field[1]>[0]) => string | null | undefined): Field[1] =>
  (item) =>
    read(item) || null

/** What all three networks call by the same names; the spelling of availability is the network's own. */
export const COMMON: readonly Field[] = [
  ['id', (item) => item.id],
  ['title', (item) => item.title],
  ['description', (item) => item.description],
  ['link', (item) => item.link],
  ['image_link', optional((item) => item.pictures[0])],
  ['additional_image_link', (item) => (item.pictures.length > 1 ? item.pictures.slice(1) : null)],
  ['availability', (item) => item.availability],
  ['price', (item) => item.price],
  ['sale_price', optional((item) => item.salePrice)],
  ['condition', () => 'new'],
  ['brand', optional((item) => item.brand)],
  ['gtin', optional((item) => item.gtin)],
  ['mpn', optional((item) => item.mpn)],
  ['item_group_id', optional((item) => item.groupId)],
  ['color', optional((item) => item.traits.color)],
  ['size', optional((item) => item.traits.size)],
  ['material', optional((item) => item.traits.material)],
  ['pattern', optional((item) => item.traits.pattern)],
  ['google_product_category', optional((item) => item.category)],
  ['product_type', optional((item) => item.productType)],
  ['shipping', (item) => (item.deliveries.length ? item.deliveries : null)],
  ['shipping_weight', optional((item) => item.weight)],
  ...[0, 1, 2, 3, 4].map((n): Field => [`custom_label_${n}`, optional((item) => item.labels[n])])
]
