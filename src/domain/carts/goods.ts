import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#platform/database/index.ts'

/** A variant as a buyer meets it, at its price of this moment. */
export type Goods = {
  variantId: string
  productId: string
  handle: string
  title: string
  sku: string
  options: { name: string; values: string[] }[]
  optionValues: string[]
  pictureId: string | null
  /** Minor units of the shop's currency, VAT included. */
  price: number
  compareAt: number | null
  grams: number
  requiresShipping: boolean
  taxClass: string
  tracked: boolean
  continueSelling: boolean
  /** Whether it can be bought at all: neither draft nor archived. */
  live: boolean
  /** The store elsewhere that sells and delivers it; null when we do. */
  store: SoldBy | null
}

/** `open` is whether carts may go there now, `single` whether it takes one thing at a time. */
export type SoldBy = { id: string; name: string; address: string; open: boolean; single: boolean }

export const isOurs = ({ store }: Pick<Goods, 'store'>) => store === null

/** Whether as many as anyone likes may be sold, whatever our stock says: it says nothing of goods that are elsewhere. */
export const sellsFreely = (goods: Pick<Goods, 'tracked' | 'continueSelling' | 'store'>) =>
  goods.store ? goods.store.open : !goods.tracked || goods.continueSelling

/** Whether there is any of it to be had. */
export const isToBeHad = (goods: GoodsOnShelf) => sellsFreely(goods) || (isOurs(goods) && goods.free > 0)

/** The columns of Goods, from variants as v and products as p. */
export const goodsColumns = (shopId: number): RawBuilder<unknown> => sql`
  v.id as "variantId", v.product_id as "productId", p.handle, p.title, v.sku, p.options,
  v.option_values as "optionValues",
  coalesce(v.picture_id, (select pp.picture_id from product_pictures pp
    where pp.shop_id = ${shopId} and pp.product_id = v.product_id order by pp.position limit 1)) as "pictureId",
  v.price, v.compare_at as "compareAt", v.grams, v.requires_shipping as "requiresShipping",
  p.tax_class as "taxClass", v.tracked, v.continue_selling as "continueSelling",
  (p.state = 'active' and v.archived_at is null) as live,
  (select json_build_object('id', st.id, 'name', st.name, 'address', st.address, 'open', st.disabled_at is null,
      'single', st.kind = 'url')
    from store_goods sg join stores st on st.shop_id = ${shopId} and st.id = sg.store_id
    where sg.shop_id = ${shopId} and sg.variant_id = v.id) as store`

/** Free pieces over all places, of variants as v. */
const free = (shopId: number) => sql`
  (select coalesce(sum(s.on_hand - s.reserved), 0)::int from stock s
    where s.shop_id = ${shopId} and s.variant_id = v.id) as free`

export type GoodsOnShelf = Goods & { free: number }

const goodsWhere = async (db: Db | Tx, shopId: number, which: RawBuilder<unknown>) => {
  const { rows } = await sql<GoodsOnShelf>`
    select ${goodsColumns(shopId)}, ${free(shopId)}
    from variants v join products p on p.shop_id = ${shopId} and p.id = v.product_id
    where v.shop_id = ${shopId} and ${which} order by v.product_id, v.position, v.id`.execute(db)
  return rows
}

export const readGoods = (db: Db | Tx, shopId: number, variantIds: readonly string[]) =>
  goodsWhere(db, shopId, sql`v.id = any(${variantIds}::uuid[])`)

export const readGoodsBySku = (db: Db | Tx, shopId: number, skus: readonly string[]) =>
  goodsWhere(db, shopId, sql`v.sku = any(${skus}::text[])`)

/** Every variant of these products, in the order the shop shows them. */
export const readGoodsOfProducts = (db: Db | Tx, shopId: number, productIds: readonly string[]) =>
  goodsWhere(db, shopId, sql`v.product_id = any(${productIds}::uuid[])`)
