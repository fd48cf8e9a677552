import type { RequestEvent } from '@sveltejs/kit'
import { chooseVariant } from '#domain/carts/index.ts'
import { startCheckout, type placeOrder, type saveDetails } from '#domain/checkout/index.ts'
import type { Locale } from '#domain/shops/index.ts'
import { done, type Outcome } from '#platform/outcome.ts'

type Fields = Record<string, string>

const shipToOf = (f: Fields) => ({
  ...{ name: f.name, phone: f.phone, line1: f.line1, line2: f.line2 },
  ...{ postcode: f.postcode, city: f.city, region: f.region, country: f.country ?? '' }
})

/** What the checkout's form says about its buyer. */
export const detailsOf = (token: string, f: Fields): Parameters<typeof saveDetails>[2] => ({
  ...{ token, email: f.email, shipTo: shipToOf(f), country: f.country, rateId: f.rate }
})

/** What the checkout's form says when Pay is pressed. */
export const payInputOf = (token: string, locale: Locale, f: Fields): Parameters<typeof placeOrder>[2] => ({
  ...{ token, locale, key: f.key ?? '', email: f.email ?? '', shipTo: shipToOf(f), rateId: f.rate || null },
  payment: {
    provider: f.provider ?? '',
    instrument: { number: f.number ?? '', expiry: f.expiry ?? '', cvc: f.cvc ?? '' }
  },
  expected: { amount: Number(f.expected), currency: f.currency ?? '' },
  terms: (f.terms === 'yes') as true
})

/** What may be sent back to the page: everything typed but the card. */
export function withoutCard({ number: _number, expiry: _expiry, cvc: _cvc, ...typed }: Fields): Fields {
  return typed
}

/**
 * Sizes and colours chosen on the page: each select is named after the variant it stands for. What is chosen is held
 * from now on.
 */
export async function applyChoices(
  { locals, params }: Pick<RequestEvent, 'locals'> & { params: { token: string } },
  fields: Fields
): Promise<Outcome<null, string>> {
  const { ctx, actor } = locals
  let chose = false
  for (const [name, choice] of Object.entries(fields)) {
    const variantId = /^choice:([\da-f-]{36})$/.exec(name)?.[1]
    if (!variantId || !choice) continue
    const chosen = await chooseVariant(ctx, actor, { token: params.token, variantId, choice })
    if (!chosen.ok && chosen.refusal !== 'line_not_found') return chosen
    chose ||= chosen.ok
  }
  if (chose) await startCheckout(ctx, actor, { token: params.token })
  return done(null)
}
