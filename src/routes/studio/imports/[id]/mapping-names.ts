import * as m from '#messages'
import type { reading } from '#domain/catalog/index.ts'

type Mappable = (typeof reading.MAPPABLE)[number]

const NAMES: Record<Mappable, () => string> = {
  title: m.import_field_title,
  price: m.import_field_price,
  sku: m.import_field_sku,
  quantity: m.import_field_quantity,
  imageUrl: m.import_field_image_url,
  description: m.import_field_description,
  handle: m.import_field_handle,
  compareAt: m.import_field_compare_at,
  cost: m.import_field_cost,
  barcode: m.import_field_barcode,
  vendor: m.import_field_vendor,
  productType: m.import_field_product_type,
  tags: m.import_field_tags,
  status: m.import_field_status,
  published: m.import_field_published,
  optionName1: m.import_field_option_name_1,
  optionValue1: m.import_field_option_value_1,
  optionName2: m.import_field_option_name_2,
  optionValue2: m.import_field_option_value_2,
  optionName3: m.import_field_option_name_3,
  optionValue3: m.import_field_option_value_3,
  grams: m.import_field_grams,
  continueSelling: m.import_field_continue_selling,
  requiresShipping: m.import_field_requires_shipping,
  taxable: m.import_field_taxable,
  imageAlt: m.import_field_image_alt,
  imagePosition: m.import_field_image_position,
  variantImage: m.import_field_variant_image,
  seoTitle: m.import_field_seo_title,
  seoDescription: m.import_field_seo_description
}

/** What a column can be said to be, in the order it is offered. */
export const mappingNames = (): { field: string; name: string }[] =>
  Object.entries(NAMES).map(([field, name]) => ({ field, name: name() }))
