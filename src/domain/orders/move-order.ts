import { sql } from 'kysely'
import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { canMove } from '#platform/lifecycle.ts'
import {
  fulfilmentLifecycle,
  orderLifecycle,
  paymentLifecycle,
  type FulfilmentState,
  type OrderState,
  type PaymentState
} from './lifecycles.ts'
import type { LockedOrder } from './order.ts'

export type Move = { state?: OrderState; paymentState?: PaymentState; fulfilmentState?: FulfilmentState }

/** Moves a locked order and its payment along their lifecycles. A move that no lifecycle knows is a mistake of ours. */
export async function moveOrder(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  shopId: number,
  order: LockedOrder,
  to: Move
): Promise<void> {
  const known =
    (!to.state || canMove(orderLifecycle, order.state, to.state)) &&
    (!to.paymentState || canMove(paymentLifecycle, order.paymentState, to.paymentState)) &&
    (!to.fulfilmentState || canMove(fulfilmentLifecycle, order.fulfilmentState, to.fulfilmentState))
  if (!known) throw new Error(`Order ${order.id} cannot move to ${JSON.stringify(to)}`)
  const now = clock.now()
  await sql`
    with payment as (
      update payments set state = coalesce(${to.paymentState ?? null}, state), updated_at = ${now}
      where shop_id = ${shopId} and id = ${order.payment.id} and ${to.paymentState !== undefined})
    update orders set state = coalesce(${to.state ?? null}, state),
      payment_state = coalesce(${to.paymentState ?? null}, payment_state),
      fulfilment_state = coalesce(${to.fulfilmentState ?? null}, fulfilment_state), updated_at = ${now}
    where shop_id = ${shopId} and id = ${order.id}`.execute(tx)
}
