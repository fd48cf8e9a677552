import type { Context } from '#context'
import { readTerms, type Terms as Delivery } from '#domain/delivery/index.ts'
import { ranked, rising, windowOf } from '#domain/metrics/index.ts'
import { originOf, pathIn } from '#domain/shops/index.ts'
import type { Db, Tx } from '#platform/database/index.ts'
import type { Feed } from './feed.ts'
import type { Delivery as Told } from './networks/spec.ts'

const BESTSELLERS = 20
const RISING = 100

/** What every item of a feed is told by: the shop, its deliveries to the feed's country, and who is in demand today. */
export type FeedTerms = {
  shopId: number
  shopName: string
  currency: string
  origin: string
  /** The address of a product's page in the feed's language, without what tells whence its reader came. */
  pageOf: (handle: string) => string
  delivery: Delivery
  /** What was reckoned already, by weight and worth: most goods of a shop share a few. */
  deliveries: Map<string, readonly Told[]>
  rising: ReadonlySet<string>
  bestsellers: ReadonlySet<string>
  now: Date
}

type Shop = { name: string; locale: string; timezone: string }

/** Reads a feed's terms. Labels that the feed does not use cost no query. */
export async function readFeedTerms(
  ctx: Context,
  db: Db | Tx,
  shopId: number,
  feed: Pick<Feed, 'country' | 'locale' | 'settings'>
): Promise<FeedTerms> {
  const now = ctx.clock.now()
  const shop = await readShop(db, shopId)
  const delivery = await readTerms(db, shopId, feed.country, now)
  const wants = (label: string) => feed.settings.labels.includes(label as never)
  const up = wants('rising') ? await rising(ctx, shopId, shop.timezone, RISING) : []
  const sold = wants('bestseller') ? await bestsellers(ctx, shopId, shop.timezone) : []
  const origin = await originOf(ctx, shopId)
  return {
    ...{
      shopId,
      shopName: shop.name,
      currency: delivery.currency,
      origin,
      delivery,
      now,
      deliveries: new Map()
    },
    pageOf: (handle) => origin + pathIn(feed.locale, shop, `/products/${encodeURIComponent(handle)}`),
    rising: new Set(up.map(({ id }) => id)),
    bestsellers: new Set(sold)
  }
}

async function readShop(db: Db | Tx, shopId: number): Promise<Shop> {
  return db
    .selectFrom('shops')
    .select(['name', 'locale', 'timezone'])
    .where('shop_id', '=', shopId)
    .executeTakeFirstOrThrow()
}

/** The goods that brought most in the last 28 days. */
async function bestsellers(ctx: Context, shopId: number, timezone: string): Promise<string[]> {
  const window = windowOf(ctx.clock.now(), timezone, { days: '28' })
  const rows = await ranked(ctx, shopId, window, 'product', BESTSELLERS)
  return rows.filter(({ orders }) => orders > 0).map(({ key }) => key)
}
