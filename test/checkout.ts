import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { addToCart } from '#domain/carts/index.ts'
import { placeOrder, viewBasket } from '#domain/checkout/index.ts'

export const CARD = { number: '4242424242424242', expiry: '12/30', cvc: '123' }
export const DECLINED = { ...CARD, number: '4000000000000002' }

export const HOME = {
  name: 'Linh Tran',
  phone: '+358 40 123 4567',
  line1: 'Satamakatu 1',
  line2: '',
  postcode: '00160',
  city: 'Helsinki',
  region: '',
  country: 'FI'
}

export type PlaceInput = Parameters<typeof placeOrder>[2]

/** What a buyer who sees this cart would send by pressing Pay, with any part of it changed. */
export async function payInput(
  ctx: Context,
  actor: Actor,
  token: string,
  change: Partial<PlaceInput> = {}
): Promise<PlaceInput> {
  const basket = await viewBasket(ctx, actor, token)
  if (!basket) throw new Error('no such cart')
  return {
    ...{ token, key: ctx.ids.secret(), email: 'linh@example.org', shipTo: HOME, locale: 'en', terms: true },
    rateId: basket.rate?.id,
    payment: { provider: 'test-card', instrument: CARD },
    expected: { amount: basket.totals.total, currency: basket.currency },
    ...change
  }
}

/** One buyer from an empty cart to a paid order, as a page would lead them. Answers how it went. */
export async function buy(
  ctx: Context,
  actor: Actor,
  items: { variantId: string; quantity: number }[],
  known?: Pick<PlaceInput, 'rateId' | 'expected'>
): Promise<string> {
  const added = await addToCart(ctx, actor, { items, country: 'FI', locale: 'en', hold: true })
  if (!added.ok) return added.refusal
  const { token } = added.value
  const same = { token, key: token, email: `b${token.toLowerCase()}@example.org`, shipTo: HOME }
  const input: PlaceInput = known
    ? { ...same, ...known, locale: 'en', terms: true, payment: { provider: 'test-card', instrument: CARD } }
    : await payInput(ctx, actor, token)
  const placed = await placeOrder(ctx, actor, input)
  return placed.ok ? placed.value.state : placed.refusal
}

/** So many buyers at the same moment, each wanting one piece of the same thing. Counts how it went for them. */
export async function rush(
  ctx: Context,
  shopId: number,
  { buyers, variantId }: { buyers: number; variantId: string }
): Promise<Map<string, number>> {
  const outcomes = await Promise.all(
    Array.from({ length: buyers }, () => {
      const guest: Actor = { shopId, role: 'guest', memberId: null, visitor: null }
      return buy(ctx, guest, [{ variantId, quantity: 1 }])
    })
  )
  const counts = new Map<string, number>()
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return counts
}
