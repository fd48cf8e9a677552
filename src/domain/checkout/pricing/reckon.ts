import { isOurs, type CartLine } from '#domain/carts/index.ts'
import { judgeCoupon, type Coupon, type CouponRefusal } from '#domain/coupons/index.ts'
import { offerRates, type OfferedRate, type Terms } from '#domain/delivery/index.ts'
import { priceCart, type Totals } from './price-cart.ts'

export type Reckoned = {
  totals: Totals
  /** The ways these goods can go; none when there is nothing to send. */
  rates: OfferedRate[]
  rate: OfferedRate | null
  needsShipping: boolean
  couponRefusal: CouponRefusal | undefined
  /** Whether a code was wished that is ours to judge; another may mean something to a store elsewhere. */
  couponJudged: boolean
}

/**
 * What lines come to on a shop's terms: the one reckoning that the cart shows and the order is held to. Goods of stores
 * elsewhere are no part of it: not of the sum, the delivery, the VAT, nor of what a coupon asks for. A coupon that
 * may not be used takes nothing off; a rate that is not offered gives way to the first that is.
 */
export function reckon(
  all: readonly Pick<
    CartLine,
    'variantId' | 'price' | 'quantity' | 'taxClass' | 'grams' | 'requiresShipping' | 'store'
  >[],
  terms: Terms,
  wish: { code: string | null; coupon: Coupon | undefined; rateId: string | null; now: Date }
): Reckoned {
  const lines = all.filter(isOurs)
  const goods = lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
  const isTheirs = lines.length < all.length && (lines.length === 0 || !wish.coupon)
  const judged = wish.code !== null && !isTheirs
  const couponRefusal = judged ? judgeCoupon(wish.coupon, { goods, now: wish.now }) : undefined
  const discount = couponRefusal || !wish.coupon ? null : wish.coupon
  const sent = lines.filter((line) => line.requiresShipping)
  const grams = sent.reduce((sum, line) => sum + line.grams * line.quantity, 0)
  const worth = goods - priceCart(lines, discount, null, terms.taxes).discount
  const rates = sent.length ? offerRates(terms, { grams, worth }) : []
  const rate = rates.find(({ id }) => id === wish.rateId) ?? rates[0] ?? null
  const totals = priceCart(lines, discount, rate, terms.taxes)
  return { totals, rates, rate, needsShipping: sent.length > 0, couponRefusal, couponJudged: judged }
}
