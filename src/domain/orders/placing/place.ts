import { sql } from 'kysely'
import type { Context } from '#context'
import { creditOrder } from '#domain/attribution/index.ts'
import type { ChargeAnswer } from '#domain/checkout/payment-provider.ts'
import { append, later, type Source } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { statesBefore } from '#platform/lifecycle.ts'
import { insertEvent, insertPaymentEvent } from '../events.ts'
import { orderLifecycle, paymentLifecycle } from '../lifecycles.ts'
import type { LockedOrder } from '../order.ts'
import { saleEntry } from '../sale-entry.ts'

export type Paid = Extract<ChargeAnswer, { state: 'captured' | 'pending' }>

/** An order stands: it gets its number, its letter and its credits; if the money is there, the sale is recorded. */
export async function place(
  ctx: Context,
  tx: Tx,
  shopId: number,
  order: LockedOrder,
  answer: Paid
): Promise<{ state: 'placed' }> {
  const paymentState = answer.state === 'captured' ? 'paid' : 'pending'
  const { id: paymentId, amount } = order.payment
  const event = { paymentId, key: answer.state, kind: answer.state, amount, ref: answer.ref }
  await insertPaymentEvent(ctx, tx, shopId, event)
  const data = { payment: order.payment.provider, total: order.total }
  await insertEvent(ctx, tx, shopId, { orderId: order.id, kind: 'placed', actor: order.memberId, data })
  await later(ctx, tx, shopId, 'order.letter', { orderId: order.id, letter: 'placed' })
  const source = await credit(ctx, tx, shopId, order)
  await numberOrder(ctx, tx, shopId, order, { state: 'placed', paymentState, ref: answer.ref })
  if (paymentState === 'paid') await append(ctx, tx, shopId, [saleEntry(order, source)])
  return { state: 'placed' }
}

/** A cart that no click id ever led to has no touches to credit. */
async function credit(ctx: Context, tx: Tx, shopId: number, order: LockedOrder): Promise<Source> {
  const { id: orderId, cartId, clickId } = order
  if (!clickId) return {}
  return creditOrder(ctx, tx, { shopId, orderId, cartId, clickId, placedAt: ctx.clock.now() })
}

/**
 * Moves payment, order and cart together and takes the shop's next number, in one statement. Everyone who orders here
 * waits for that number until the commit, so it comes as late as can be.
 */
export async function numberOrder(
  { clock }: Context,
  tx: Tx,
  shopId: number,
  order: LockedOrder,
  to: { state: 'placed' | 'cancelled'; paymentState: 'paid' | 'pending'; ref: string }
): Promise<void> {
  const now = clock.now()
  const captured = to.paymentState === 'paid' ? order.payment.amount : 0
  const { numAffectedRows } = await sql`
    with moved as (
      update payments set state = ${to.paymentState}, captured = ${captured}, provider_ref = ${to.ref},
        updated_at = ${now}
      where shop_id = ${shopId} and id = ${order.payment.id}
        and state = any(${statesBefore(paymentLifecycle, to.paymentState)}) returning id),
    closed as (
      update carts set state = 'ordered', updated_at = ${now}
      where shop_id = ${shopId} and id = ${order.cartId} and ${to.state === 'placed'}),
    numbered as (
      update order_numbers set next = next + 1
      where shop_id = ${shopId} and exists (select 1 from moved) returning next - 1 as number)
    update orders set number = numbered.number, state = ${to.state}, payment_state = ${to.paymentState},
      placed_at = ${now}, updated_at = ${now}
    from numbered where shop_id = ${shopId} and id = ${order.id}
      and state = any(${statesBefore(orderLifecycle, to.state)})`.execute(tx)
  if (!numAffectedRows) throw new Error(`Order ${order.id} cannot move from ${order.state} to ${to.state}`)
}
