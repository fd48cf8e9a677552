import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { lockStock } from './locks.ts'
import { releaseHold } from './release-hold.ts'
import { insertReservations } from './reservations.ts'
import { shortOf, takeStock } from './take-stock.ts'
import type { Want } from './hold-stock.ts'

/**
 * Sets stock aside for an order, in place of whatever it held before. Takes what is there and answers what is short;
 * whoever must have everything refuses then, which undoes it all. `prefer` is the place to take from first.
 */
export async function reserveStock(
  ctx: Pick<Context, 'ids'>,
  tx: Tx,
  shopId: number,
  order: { orderId: string; wants: readonly Want[]; prefer: string | null }
): Promise<{ variantId: string; left: number }[]> {
  await releaseHold(tx, shopId, { orderId: order.orderId }, (freed) =>
    lockStock(tx, shopId, [...freed, ...order.wants])
  )
  const got = await takeStock(tx, shopId, order.wants, order.prefer)
  await insertReservations(ctx, tx, shopId, { orderId: order.orderId }, got)
  return shortOf(order.wants, got)
}
