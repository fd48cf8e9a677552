import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { keepStore, type LockedStore } from './locks.ts'
import { readGoodsUrl } from './read-address.ts'
import { readOutsideId } from './read-outside-id.ts'
import { storeGoodsInput, type StoreGoodsInput } from './schema.ts'

export type StoreGoodsRefusal =
  | 'invalid'
  | 'product_not_found'
  | 'variant_unknown'
  | 'store_not_found'
  | 'outside_id_refused'
  | 'goods_address_refused'
  | 'outside_id_taken'

type Home = { variantId: string; storeId: string; outsideId: string | null; url: string | null }

/**
 * Says where the variants of a product are sold: those named in a store, under its own identifier or, in a plain store,
 * an address of their own; all others here. An identifier belongs to one variant, so that an order told of is not ambiguous.
 */
export async function setStoreGoods(
  ctx: Context,
  { shopId }: Actor,
  input: StoreGoodsInput
): Promise<Outcome<null, StoreGoodsRefusal>> {
  const parsed = parse(storeGoodsInput, input)
  if (!parsed.ok) return parsed
  const { productId, goods } = parsed.value
  return write(ctx, shopId, async (tx) => {
    const variants = await lockVariants(tx, shopId, productId)
    if (!variants) return refused('product_not_found')
    if (goods.some(({ variantId }) => !variants.has(variantId))) return refused('variant_unknown')
    const homes = await readHomes(tx, shopId, goods)
    if (!homes.ok) return homes
    await tx
      .deleteFrom('store_goods')
      .where('shop_id', '=', shopId)
      .where('variant_id', 'in', [...variants])
      .execute()
    const written = await insert(tx, shopId, homes.value)
    if (written < homes.value.length) return refused('outside_id_taken')
    return done(null)
  })
}

/** The product's variants, its row locked: two who set its goods take turns. */
async function lockVariants(tx: Tx, shopId: number, productId: string): Promise<Set<string> | undefined> {
  const product = await tx
    .selectFrom('products')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('id', '=', productId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!product) return undefined
  const rows = await tx
    .selectFrom('variants')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('product_id', '=', productId)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

type Named = StoreGoodsInput['goods'][number]

async function readHomes(
  tx: Tx,
  shopId: number,
  goods: readonly Named[]
): Promise<Outcome<Home[], StoreGoodsRefusal>> {
  const homes: Home[] = []
  const stores = new Map<string, LockedStore>()
  for (const storeId of [...new Set(goods.map((one) => one.storeId))].sort()) {
    const store = await keepStore(tx, shopId, storeId)
    if (!store) return refused('store_not_found')
    stores.set(storeId, store)
  }
  for (const one of goods) {
    const home = homeOf(stores.get(one.storeId)!, one)
    if (!home.ok) return home
    homes.push(home.value)
  }
  return done(homes)
}

function homeOf(store: LockedStore, one: Named): Outcome<Home, StoreGoodsRefusal> {
  const { variantId } = one
  const home = { variantId, storeId: store.id }
  if (store.kind === 'url') {
    const url = readGoodsUrl(store, one.url ?? '')
    return url ? done({ ...home, outsideId: null, url }) : refused('goods_address_refused', { variantId })
  }
  const outsideId = readOutsideId(store.kind, one.outsideId ?? '')
  return outsideId ? done({ ...home, outsideId, url: null }) : refused('outside_id_refused', { variantId })
}

/** Answers how many were written: one whose identifier is another variant's already is not. */
async function insert(tx: Tx, shopId: number, homes: readonly Home[]): Promise<number> {
  if (homes.length === 0) return 0
  const { rows } = await sql`
    insert into store_goods (shop_id, variant_id, store_id, outside_id, url)
    select ${shopId}, * from unnest(${homes.map((h) => h.variantId)}::uuid[], ${homes.map((h) => h.storeId)}::uuid[],
      ${homes.map((h) => h.outsideId)}::text[], ${homes.map((h) => h.url)}::text[])
    on conflict do nothing returning variant_id`.execute(tx)
  return rows.length
}
