import type { Context } from '#context'
import { withNext, type Tx } from '#platform/database/index.ts'
import type { EventKind } from './order.ts'

/** Writes a line of an order's history. `actor` is a member's id, or null for the buyer or the shop itself. Answers its id. */
export async function insertEvent(
  ctx: Pick<Context, 'ids' | 'clock'>,
  tx: Tx,
  shopId: number,
  event: { orderId: string; kind: EventKind; actor: string | null; data?: Record<string, unknown> }
): Promise<string> {
  const id = ctx.ids.next()
  await tx
    .insertInto('order_events')
    .values({
      shop_id: shopId,
      order_id: event.orderId,
      id,
      kind: event.kind,
      actor: event.actor,
      data: JSON.stringify(event.data ?? {}),
      happened_at: ctx.clock.now()
    })
    .modifyEnd(withNext)
    .execute()
  return id
}

export type PaymentEvent = {
  paymentId: string
  /** Names what happened to the payment, so that it is written once. */
  key: string
  kind: 'captured' | 'pending' | 'reduced' | 'declined' | 'void' | 'refunded'
  amount: number
  ref?: string | null
}

/** Writes what happened to a payment. Writing it again changes nothing. */
export async function insertPaymentEvent(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  shopId: number,
  event: PaymentEvent
): Promise<void> {
  await tx
    .insertInto('payment_events')
    .values({
      shop_id: shopId,
      payment_id: event.paymentId,
      idempotency_key: event.key,
      kind: event.kind,
      amount: event.amount,
      provider_ref: event.ref ?? null,
      happened_at: clock.now()
    })
    .onConflict((c) => c.doNothing())
    .modifyEnd(withNext)
    .execute()
}
