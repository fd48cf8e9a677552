import type { Context } from '#context'
import { applyAnswer, type Verdict } from '#domain/orders/index.ts'

/** How long a charge may be under way before we ask what became of it. */
export const GRACE_MS = 60_000

type Waiting = { id: string; provider: string; amount: number }

/**
 * Finishes what a crash left open: asks the provider what became of each payment that waits longer than a charge can
 * take, and brings its order there. Answers how many were settled.
 */
export async function settlePayments(ctx: Context, shopId: number): Promise<number> {
  let settled = 0
  for (const payment of await listWaiting(ctx, shopId)) {
    try {
      const verdict = await ask(ctx, shopId, payment)
      if (!verdict) continue
      await applyAnswer(ctx, shopId, payment.id, verdict)
      settled++
    } catch (error) {
      ctx.log.warn({ paymentId: payment.id, error: String(error) }, 'payment not settled yet')
    }
  }
  return settled
}

const listWaiting = (ctx: Context, shopId: number): Promise<Waiting[]> =>
  ctx.db
    .selectFrom('payments')
    .select(['id', 'provider', 'amount'])
    .where('shop_id', '=', shopId)
    .where('state', '=', 'processing')
    .where('updated_at', '<=', new Date(ctx.clock.now().getTime() - GRACE_MS))
    .orderBy('updated_at')
    .limit(100)
    .execute()

async function ask(
  ctx: Context,
  shopId: number,
  { id, provider, amount }: Waiting
): Promise<Verdict | undefined> {
  if (amount === 0) return { state: 'captured', ref: 'free' }
  const asked = ctx.payments.get(provider)
  if (!asked) return undefined
  return (await asked.find({ shopId, key: id })) ?? { state: 'never_seen' }
}
