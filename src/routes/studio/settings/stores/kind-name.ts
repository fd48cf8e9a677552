import type { StoreKind } from '#domain/stores/index.ts'
import * as m from '#messages'

/** The kinds of store, in the order of the form; the first three are names that nobody translates. */
export const KIND_NAMES: Record<StoreKind, () => string> = {
  shopify: () => 'Shopify',
  woocommerce: () => 'WooCommerce',
  ucp: m.stores_kind_ucp,
  url: m.stores_kind_url
}
