import { offerRates, rateName } from '#domain/delivery/index.ts'
import type { GoodsVariant } from './goods.ts'
import type { Delivery } from './networks/spec.ts'
import { said } from './said.ts'
import type { FeedTerms } from './terms.ts'

/** How one piece of a variant can be sent to the feed's country, and for how much; fetching is no delivery. */
export function deliveriesOf(
  terms: FeedTerms,
  { grams, price, requiresShipping }: GoodsVariant
): readonly Delivery[] {
  if (!requiresShipping) return []
  const key = `${grams} ${price}`
  let known = terms.deliveries.get(key)
  if (!known) terms.deliveries.set(key, (known = reckon(terms, grams, price)))
  return known
}

function reckon({ delivery, currency }: FeedTerms, grams: number, price: number): Delivery[] {
  return offerRates(delivery, { grams, worth: price })
    .filter(({ kind }) => kind !== 'pickup')
    .map((rate) => ({
      country: delivery.country,
      service: rateName(rate.name, 'en'),
      price: said(rate.price, currency)
    }))
}
