import type { Context } from '#context'
import type { Entry } from '#domain/ledger/index.ts'
import { getShop } from '#domain/shops/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { isAhead, type SaidOrder } from './said.ts'
import { takeSaid } from './taking/take-said.ts'

/** An order of a file that carries a hand-over's code; its outside id is empty where the file knows numbers only. */
export type FileOrder = SaidOrder & { code: string }

/**
 * Takes orders of a file in the caller's transaction, who appends the entries last: each to the store of its hand-over,
 * by the same rules as a webhook, so that one heard both ways counts once. Codes that nobody gave out are left alone,
 * and orders whose time is more than a day ahead.
 */
export async function takeStoreOrders(
  ctx: Context,
  tx: Tx,
  shopId: number,
  orders: readonly FileOrder[]
): Promise<Entry[]> {
  if (orders.length === 0) return []
  const stores = await storesOfCodes(tx, shopId, orders.map(({ code }) => code)) // prettier-ignore
  for (const storeId of [...new Set(stores.values())].sort())
    await tx
      .selectFrom('stores')
      .select('id')
      .where('shop_id', '=', shopId)
      .where('id', '=', storeId)
      .forNoKeyUpdate()
      .execute()
  const { currency } = await getShop({ db: tx }, shopId)
  const entries: Entry[] = []
  for (const order of orders) {
    const storeId = stores.get(order.code)
    if (!storeId || isAhead(order, ctx.clock.now())) continue
    const hearing = { shopId, storeId, currency, heardBy: 'import' } as const
    entries.push(...(await takeSaid(ctx, tx, hearing, { kind: 'order', order })))
  }
  return entries
}

/** Which store each code leads to. */
export async function storesOfCodes(
  db: Tx | Context['db'],
  shopId: number,
  codes: readonly string[]
): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('hand_overs')
    .select(['code', 'store_id as storeId'])
    .where('shop_id', '=', shopId)
    .where('code', 'in', codes)
    .execute()
  return new Map(rows.map(({ code, storeId }) => [code, storeId]))
}
