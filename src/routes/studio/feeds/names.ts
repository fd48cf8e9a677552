import type { FeedInput } from '#domain/feeds/index.ts'
import * as m from '#messages'

const NAMES = { google: m.feeds_google, meta: m.feeds_meta, pinterest: m.feeds_pinterest }

/** What a feed is for, as its users call it. */
export const feedNetworkName = (network: FeedInput['network']): string => NAMES[network]()

/** What a custom label can say. */
export const labelNames = {
  none: m.feeds_label_none,
  rising: m.feeds_label_rising,
  bestseller: m.feeds_label_bestseller,
  new: m.feeds_label_new,
  sale: m.feeds_label_sale,
  low_stock: m.feeds_label_low_stock,
  type: m.feeds_label_type,
  collection: m.feeds_label_collection
}
