import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/index.ts'
import type { StoreKind } from './schema.ts'

/** Where a variant is sold when it is not here. */
export type Home = {
  variantId: string
  productId: string
  storeId: string
  store: string
  kind: StoreKind
  disabled: boolean
  outsideId: string | null
  url: string | null
}

const homes = async (db: Db | Tx, shopId: number, which: ReturnType<typeof sql>) => {
  const { rows } = await sql<Home>`
    select g.variant_id as "variantId", v.product_id as "productId", g.store_id as "storeId", s.name as store, s.kind,
      s.disabled_at is not null as disabled, g.outside_id as "outsideId", g.url
    from store_goods g
    join stores s on s.shop_id = ${shopId} and s.id = g.store_id
    join variants v on v.shop_id = ${shopId} and v.id = g.variant_id
    where g.shop_id = ${shopId} and ${which} order by v.position, v.id`.execute(db)
  return rows
}

/** Where these variants are sold; one that is not named is sold here. */
export const homesOf = async (
  db: Db | Tx,
  shopId: number,
  variantIds: readonly string[]
): Promise<Map<string, Home>> =>
  new Map(
    (variantIds.length ? await homes(db, shopId, sql`g.variant_id = any(${variantIds}::uuid[])`) : []).map(
      (home) => [home.variantId, home]
    )
  )

/** Where the variants of a product are sold that are not sold here, in the shop's order. */
export const homesOfProduct = (db: Db | Tx, shopId: number, productId: string): Promise<Home[]> =>
  homes(
    db,
    shopId,
    sql`g.variant_id in (select id from variants where shop_id = ${shopId} and product_id = ${productId})`
  )
