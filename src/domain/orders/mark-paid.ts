import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { lockOrder } from './locks.ts'
import { receivePayment } from './receive-payment.ts'

/** The money that was owed has come: by bank, by invoice, over the counter. Only now it is a sale. */
export async function markPaid(
  ctx: Context,
  actor: Actor,
  input: { orderId: string }
): Promise<Outcome<null, 'not_found' | 'not_pending'>> {
  const { shopId } = actor
  return write(ctx, shopId, async (tx) => {
    const order = await lockOrder(tx, shopId, input.orderId)
    if (!order) return refused('not_found')
    if (order.paymentState !== 'pending') return refused('not_pending')
    const sale = await receivePayment(ctx, tx, actor, order)
    await append(ctx, tx, shopId, [sale])
    return done(null)
  })
}
