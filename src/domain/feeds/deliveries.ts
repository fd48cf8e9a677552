import { offerRates, rateName } from '#domain/delivery/index.ts'
import type { GoodsVariant } from './goods.ts'
import type { Delivery } from './networks/spec.ts'
import { said } from './said.ts'
import type { FeedTerms } from './terms.ts'

/** How one piece of a variant can be sent to the feed's country, and for how much; fetching is no delivery. */
export function deliveriesOf(
  { delivery, currency }: FeedTerms,
  { grams, price, requiresShipping }: GoodsVariant
): Delivery[] {
  if (!requiresShipping) return []
  return offerRates(delivery, { grams, worth: price })
    .filter(({ kind }) => kind !== 'pickup')
    .map((rate) => ({
      country: delivery.country,
      service: rateName(rate.name, 'en'),
      price: said(rate.price, currency)
    }))
}
