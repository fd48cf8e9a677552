import { rowState, type DB, type Db, type Tx, type Watched } from '#platform/database/index.ts'
import type { AnyAsk } from './operation.ts'

/** What an edit of each kind of thing could overwrite; what changes by itself, like how often a coupon was used, is not in it. */
const WATCHED = {
  campaign: of('campaigns', ['name', 'hashtag', 'starts_at', 'ends_at', 'archived_at']),
  collection: {
    ...of('collections', ['handle', 'title', 'description', 'position']),
    parts: { table: 'collection_products', columns: ['position', 'product_id'], by: 'collection_id' }
  },
  comment: of('comments', ['words', 'state', 'edited_at']),
  coupon: of('coupons', [
    'code',
    'kind',
    'value',
    'min_goods',
    'starts_at',
    'ends_at',
    'max_uses',
    'disabled_at'
  ]),
  hosts: { ...of('shops', ['shop_id']), parts: { table: 'shop_hosts', columns: ['host', 'is_primary'] } },
  import: of('imports', ['kind', 'format', 'mapping', 'overwrite_stock', 'state']),
  link: of('links', ['target', 'label', 'items', 'coupon_code', 'expires_at', 'disabled_at']),
  member: of('members', ['name', 'handle', 'locale', 'avatar_id', 'role', 'blocked_at']),
  picture: of('pictures', ['focal_x', 'focal_y', 'alt']),
  // prettier-ignore
  rate: of('shipping_rates', ['zone_id', 'name', 'detail', 'kind', 'price', 'per_kg', 'min_grams', 'max_grams', 'free_over', 'location_id']),
  retention: {
    ...of('shops', ['shop_id']),
    parts: { table: 'privacy_settings', columns: ['days', 'books_years', 'books_buyer'] }
  },
  settings: of('shops', ['name', 'about', 'contact_email', 'locale', 'timezone', 'brand', 'settings']),
  storeGoods: {
    ...of('products', ['id']),
    parts: {
      ...{ table: 'store_goods', columns: ['variant_id', 'store_id', 'outside_id', 'url'], by: 'variant_id' },
      through: { table: 'variants', by: 'product_id' }
    }
  },
  taxRates: {
    ...of('shops', ['shop_id']),
    parts: { table: 'tax_rates', columns: ['country', 'tax_class', 'valid_from', 'basis_points'] }
  },
  webhook: of('webhooks', ['url', 'events', 'note', 'state']),
  zone: of('shipping_zones', ['name', 'countries'])
} satisfies Record<string, Watched>

export type WatchedThing = keyof typeof WATCHED

function of<T extends keyof DB>(table: T, columns: readonly (keyof DB[T] & string)[]): Watched<T> {
  return { table, columns }
}

/** The state of the thing an address names, as its ETag begins with; undefined when it is not there. */
export async function stateOf(
  db: Db | Tx,
  thing: WatchedThing,
  { shop, actor, params }: AnyAsk
): Promise<string | undefined> {
  const named = params as Record<string, string>
  const mine = { id: actor.memberId ?? '' }
  const whole = WATCHED[thing].table === 'shops'
  const key = whole ? {} : thing === 'member' && !named.id ? mine : keyOf(named)
  return rowState(db, WATCHED[thing], { shopId: shop.id, key })
}

const keyOf = ({ id, code }: Record<string, string>): Record<string, string> =>
  code === undefined ? { id: id ?? '' } : { code }
