import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { findCart } from '#domain/carts/index.ts'
import { applyAnswer, findAttempt, type Answered } from '#domain/orders/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import type { ChargeAnswer, DeclineReason, PaymentProvider } from '../payment-provider.ts'
import { placeInput } from '../schema.ts'
import { drawUp, type DrawRefusal, type Drawn, type PlaceInput } from './draw-up.ts'

export type PlaceRefusal = Exclude<DrawRefusal, 'known'> | DeclineReason | 'payment_unsupported' | 'no_answer'

/**
 * Turns a cart into an order. First the agreement is written down with its goods set aside, then the money is asked for
 * under the payment's own key, then the answer is applied; after a crash anywhere in between, a sweep goes on from
 * there. Pressing Pay again, in another window or by the back button, leads to the same order and never to a second
 * charge. An order still `placing` waits for its provider's answer.
 */
export async function placeOrder(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof placeInput>
): Promise<Outcome<Answered, PlaceRefusal>> {
  const parsed = parse(placeInput, input)
  if (!parsed.ok) return parsed
  const { provider: id, instrument } = parsed.value.payment
  const provider = ctx.payments.get(id)
  if (!provider) return refused('payment_unsupported')
  const wrong = provider.check(instrument)
  if (wrong) return (await findKnown(ctx, actor, parsed.value)) ?? refused(wrong)
  const drawn = await drawUp(ctx, actor, parsed.value)
  if (drawn.ok) return collect(ctx, actor, drawn.value, provider, parsed.value)
  if (drawn.refusal !== 'known') return refused(drawn.refusal, drawn.detail)
  return (await findKnown(ctx, actor, parsed.value)) ?? refused('cart_not_found')
}

async function collect(
  ctx: Context,
  { shopId }: Actor,
  { orderId, paymentId, token, amount, currency }: Drawn,
  provider: PaymentProvider,
  { payment }: PlaceInput
): Promise<Outcome<Answered, PlaceRefusal>> {
  const asked = { shopId, key: paymentId, orderId, amount: { amount, currency } }
  let answer: ChargeAnswer
  try {
    const free: ChargeAnswer = { state: 'captured', ref: 'free' }
    answer = amount === 0 ? free : await provider.charge({ ...asked, instrument: payment.instrument })
  } catch {
    // The error may quote what was sent, so only the payment is named.
    ctx.log.warn({ paymentId, provider: provider.id }, 'no answer to a charge; the sweep will ask')
    return done({ orderId, token, state: 'placing' })
  }
  const answered = await applyAnswer(ctx, shopId, paymentId, answer)
  if (answer.state === 'declined' && answered.state === 'declined') return refused(answer.reason)
  return done(answered)
}

/** What an earlier press led to: the cart's order, or the refusal this very attempt got. */
async function findKnown(
  ctx: Context,
  actor: Actor,
  { token, key }: PlaceInput
): Promise<Outcome<Answered, PlaceRefusal> | undefined> {
  const cart = await findCart(ctx, actor, token)
  const known = cart && (await findAttempt(ctx, actor.shopId, { cartId: cart.id, key }))
  if (!known) return undefined
  const { declineReason, ...answered } = known
  if (known.state !== 'declined') return done(answered)
  return refused((declineReason ?? 'no_answer') as DeclineReason | 'no_answer')
}
