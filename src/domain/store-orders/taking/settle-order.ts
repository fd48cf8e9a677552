import type { Context } from '#context'
import type { Entry } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { canMove } from '#platform/lifecycle.ts'
import { stateOf, storeOrderLifecycle } from '../lifecycle.ts'
import { readFacts } from './facts.ts'
import type { Hearing, LockedStoreOrder } from './store-order.ts'
import { tellLedger } from './tell.ts'
import { wentBackOf } from './went-back.ts'

/** Works out what follows from all that was told of a locked order, writes it down and answers what the ledger lacks. */
export async function settleOrder(
  ctx: Context,
  tx: Tx,
  hearing: Hearing,
  order: LockedStoreOrder
): Promise<Entry[]> {
  const facts = await readFacts(tx, hearing, order)
  const { paid, handOverId, total } = order
  const cancelled = order.saidCancelled || (facts.deletedAt !== null && facts.deletedAt >= order.changedAt)
  const refunded = Math.min(total, Math.max(order.saidRefunded, facts.refunded))
  const state = stateOf({ cancelled, paid, total, refunded })
  if (state !== order.state && !canMove(storeOrderLifecycle, order.state, state))
    throw new Error(`Order ${order.id} of a store cannot move from ${order.state} to ${state}`)
  const now = { ...order, state, refunded }
  const cancelledAt = cancelled ? (order.saidCancelled ? order.changedAt : facts.deletedAt) : null
  const wentBack = wentBackOf(now, facts, cancelledAt)
  const { entries, told, toldBack, tellings } = await tellLedger(ctx, tx, hearing, now, wentBack)
  await tx
    .updateTable('store_orders')
    .set({ state, paid, refunded, told, told_back: toldBack, tellings, hand_over_id: handOverId })
    .where('shop_id', '=', hearing.shopId)
    .where('id', '=', order.id)
    .execute()
  return entries
}
