import * as m from '#messages'

const NAMES: Record<string, () => string> = {
  shopify: m.format_shopify,
  woocommerce: m.format_woocommerce,
  feed: m.format_feed,
  medusa: m.format_medusa,
  mapped: m.format_mapped,
  coupons: m.format_coupons,
  customers: m.format_customers,
  orders: m.format_orders
}

export const FORMATS = ['shopify', 'woocommerce', 'feed', 'medusa'] as const
export const RECORDS = ['customers', 'orders', 'coupons'] as const

export const formatName = (format: string | null): string => NAMES[format ?? '']?.() ?? m.format_unknown()
