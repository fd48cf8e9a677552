import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { callOff } from './call-off.ts'
import { lockOrder } from './locks.ts'
import { settleRefund } from './refunds/settle-refund.ts'
import { cancelInput } from './schema.ts'

export type CancelRefusal = 'invalid' | 'not_found' | 'not_open' | 'already_sent'

/** Calls an order off while nothing of it has left: its goods and coupon are free again, and money paid goes back. */
export async function cancelOrder(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof cancelInput>
): Promise<Outcome<{ refundId: string | null }, CancelRefusal>> {
  const parsed = parse(cancelInput, input)
  if (!parsed.ok) return parsed
  const { orderId, reason } = parsed.value
  const outcome = await write(ctx, actor.shopId, async (tx) => {
    const order = await lockOrder(tx, actor.shopId, orderId)
    if (!order) return refused('not_found')
    if (order.fulfilmentState !== 'unfulfilled') return refused('already_sent')
    if (order.state !== 'placed') return refused('not_open')
    return done({ refundId: (await callOff(ctx, tx, actor, order, { reason, restock: true })) ?? null })
  })
  if (outcome.ok && outcome.value.refundId) await settleRefund(ctx, actor.shopId, outcome.value.refundId)
  return outcome
}
