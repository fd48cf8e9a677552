import * as m from '#messages'
import type { reading } from '#domain/catalog/index.ts'
import type { ImportKind } from '#domain/imports/index.ts'

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

/** The same of customers, orders and coupons. */
const OF_RECORDS: Record<string, () => string> = {
  email: m.import_record_email,
  name: m.import_record_name,
  firstName: m.import_record_first_name,
  lastName: m.import_record_last_name,
  phone: m.import_record_phone,
  company: m.import_record_company,
  line1: m.import_record_line1,
  line2: m.import_record_line2,
  postcode: m.import_record_postcode,
  city: m.import_record_city,
  region: m.import_record_region,
  country: m.import_record_country,
  marketing: m.import_record_marketing,
  marketingAt: m.import_record_marketing_at,
  note: m.import_record_note,
  id: m.import_record_id,
  number: m.import_record_number,
  placedAt: m.import_record_placed_at,
  total: m.import_record_total,
  buyer: m.import_record_buyer,
  cancelledAt: m.import_record_cancelled_at,
  currency: m.import_record_currency,
  shipping: m.import_record_shipping,
  tax: m.import_record_tax,
  discount: m.import_record_discount,
  refunded: m.import_record_refunded,
  coupon: m.import_record_coupon,
  title: m.import_record_title,
  quantity: m.import_record_quantity,
  price: m.import_record_price,
  code: m.import_record_code,
  kind: m.import_record_kind,
  value: m.import_record_value,
  minGoods: m.import_record_min_goods,
  startsAt: m.import_record_starts_at,
  endsAt: m.import_record_ends_at,
  maxUses: m.import_record_max_uses,
  once: m.import_record_once,
  sku: m.import_field_sku,
  status: m.import_field_status,
  tags: m.import_field_tags
}

/** What a column of such a file can be said to be, by name, in the order it is offered. */
export function mappingNames(kind: ImportKind, fields: readonly string[]): { field: string; name: string }[] {
  const names: Record<string, () => string> = kind === 'products' ? NAMES : OF_RECORDS
  return fields.map((field) => ({ field, name: names[field]!() }))
}
