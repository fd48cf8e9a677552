import { sql } from 'kysely'
import { prorate } from '#platform/money/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { SaidLine, SaidOrder } from '../said.ts'
import type { Hearing } from './store-order.ts'

type Goods = { key: string; productId: string; variantId: string }

/** Replaces an order's lines by what its newest message says; their totals add up to what the goods earn, to the cent. */
export async function replaceLines(
  tx: Tx,
  hearing: Hearing,
  orderId: string,
  said: SaidOrder
): Promise<void> {
  const { shopId } = hearing
  await tx
    .deleteFrom('store_order_lines')
    .where('shop_id', '=', shopId)
    .where('order_id', '=', orderId)
    .execute()
  if (said.lines.length === 0) return
  const [homes, skus] = [await homesOf(tx, hearing, said.lines), await skusOf(tx, shopId, said.lines)]
  const ours = await variantsOf(tx, shopId, said.lines)
  const totals = prorate(
    said.goods,
    said.lines.map(({ weight }) => weight)
  )
  const rows = said.lines.map((line, at) => {
    const goods =
      ours.get(line.variantId ?? '') ?? homes.get(line.outsideId ?? '') ?? skus.get(line.sku ?? '')
    return {
      ...{ shop_id: shopId, order_id: orderId, n: at + 1, outside_id: line.outsideId, sku: line.sku },
      ...{ title: line.title, quantity: line.quantity, total: totals[at]! },
      ...{ product_id: goods?.productId ?? null, variant_id: goods?.variantId ?? null }
    }
  })
  await tx.insertInto('store_order_lines').values(rows).execute()
}

/** The goods that live in this store under its own identifier, or in a plain store under their address. */
async function homesOf(tx: Tx, { shopId, storeId }: Hearing, lines: readonly SaidLine[]) {
  const ids = lines.flatMap(({ outsideId }) => outsideId ?? [])
  if (ids.length === 0) return new Map<string, Goods>()
  const { rows } = await sql<Goods>`
    select coalesce(g.outside_id, g.url) as key, v.product_id as "productId", v.id as "variantId"
    from store_goods g join variants v on v.shop_id = ${shopId} and v.id = g.variant_id
    where g.shop_id = ${shopId} and g.store_id = ${storeId}
      and (g.outside_id = any(${ids}::text[]) or g.url = any(${ids}::text[]))`.execute(tx)
  return new Map(rows.map((row) => [row.key, row]))
}

/** Variants that a store names by our own id. */
async function variantsOf(tx: Tx, shopId: number, lines: readonly SaidLine[]) {
  const ids = [...new Set(lines.flatMap(({ variantId }) => variantId ?? []))]
  if (ids.length === 0) return new Map<string, Goods>()
  const { rows } = await sql<Goods>`
    select id::text as key, product_id as "productId", id as "variantId" from variants
    where shop_id = ${shopId} and id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.key, row]))
}

async function skusOf(tx: Tx, shopId: number, lines: readonly SaidLine[]) {
  const skus = [...new Set(lines.flatMap(({ sku }) => sku ?? []))]
  if (skus.length === 0) return new Map<string, Goods>()
  const { rows } = await sql<Goods>`
    select sku as key, product_id as "productId", id as "variantId" from variants
    where shop_id = ${shopId} and sku = any(${skus}::text[]) order by archived_at desc nulls last, id`.execute(
    tx
  )
  return new Map(rows.map((row) => [row.key, row]))
}
