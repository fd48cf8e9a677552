import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { isOurs, lockCart, readLines, type Cart, type CartLine } from '#domain/carts/index.ts'
import { findCoupon, takeCoupon, type Coupon, type CouponRefusal } from '#domain/coupons/index.ts'
import { write } from '#domain/ledger/index.ts'
import { openOrder, type OpenedOrder } from '#domain/orders/index.ts'
import { withNext, type Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { reckon, type Reckoned } from '../pricing/reckon.ts'
import type { placeInput } from '../schema.ts'
import { rateName } from '#domain/delivery/index.ts'
import { readTerms, type Terms } from '#domain/delivery/index.ts'
import { judgeCart, type AgreeRefusal } from './judge-cart.ts'
import { secureStock } from './secure-stock.ts'

export type PlaceInput = z.output<typeof placeInput>
export type DrawRefusal =
  | AgreeRefusal
  | CouponRefusal
  | 'cart_not_found'
  /** Stores elsewhere sell all of it: it is continued there. */
  | 'cart_elsewhere'
  | 'sold_out'
  | 'few_left'
  /** This attempt, or another one of this cart, was written down before. */
  | 'known'

export type Drawn = OpenedOrder & { amount: number; currency: string }

/**
 * The agreement, in one transaction before any money is asked for: everything we sell is looked at again on today's prices,
 * the goods become the order's own, the coupon is used, and the cart waits for its payment.
 */
export async function drawUp(
  ctx: Context,
  actor: Actor,
  input: PlaceInput
): Promise<Outcome<Drawn, DrawRefusal>> {
  const { shopId } = actor
  return write(ctx, shopId, async (tx) => {
    const cart = await lockCart(tx, actor, input.token)
    if (!cart || cart.state === 'abandoned') return refused('cart_not_found')
    if (cart.state !== 'open') return refused('known')
    const all = await readLines(tx, shopId, cart.id)
    const lines = all.filter(isOurs)
    const terms = await readTerms(tx, shopId, input.shipTo.country, ctx.clock.now())
    const coupon = cart.couponCode ? await findCoupon(tx, shopId, cart.couponCode) : undefined
    const reckoned = reckon(all, terms, {
      ...{ code: cart.couponCode, coupon, rateId: input.rateId ?? null, now: ctx.clock.now() }
    })
    if (all.length > 0 && lines.length === 0) return refused('cart_elsewhere')
    const objection = judgeCart(lines, terms, reckoned, input)
    if (objection) return objection
    return agree(ctx, tx, actor, { cart, lines, terms, coupon, reckoned }, input)
  })
}

type Deal = {
  cart: Cart
  lines: CartLine[]
  terms: Terms
  coupon: Coupon | undefined
  reckoned: Reckoned
}

async function agree(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  deal: Deal,
  input: PlaceInput
): Promise<Outcome<Drawn, DrawRefusal>> {
  const { shopId } = actor
  const { cart, lines, coupon, reckoned } = deal
  const orderId = ctx.ids.next()
  const place = reckoned.rate?.kind === 'pickup' ? reckoned.rate.locationId : null
  const short = await secureStock(ctx, tx, shopId, { cartId: cart.id, orderId, lines, place })
  if (short) return refused(short.left > 0 ? 'few_left' : 'sold_out', short)
  const opened = await openOrder(ctx, tx, shopId, agreementOf(actor, orderId, deal, input))
  if (!opened) return refused('known')
  if (coupon) {
    const refusal = await takeCoupon(ctx, tx, shopId, coupon, { orderId, email: input.email })
    if (refusal) return refused(refusal, { code: coupon.code })
  }
  await waitForPayment(ctx, tx, shopId, cart.id, input)
  return done({ ...opened, amount: reckoned.totals.total, currency: deal.terms.currency })
}

function agreementOf(actor: Actor, orderId: string, deal: Deal, input: PlaceInput) {
  const { rate, totals } = deal.reckoned
  return {
    orderId,
    cartId: deal.cart.id,
    attemptKey: input.key,
    memberId: actor.memberId,
    email: input.email,
    locale: input.locale,
    currency: deal.terms.currency,
    shipTo: input.shipTo,
    rate: {
      ...{ id: rate?.id ?? null, name: rateName(rate?.name ?? '', input.locale), kind: rate?.kind ?? 'none' },
      locationId: rate?.locationId ?? null
    },
    couponCode: deal.coupon?.code ?? null,
    clickId: deal.cart.clickId,
    provider: input.payment.provider,
    lines: deal.lines,
    totals
  }
}

/** The cart keeps what was typed: after a declined card nobody types it again. */
async function waitForPayment(ctx: Context, tx: Tx, shopId: number, cartId: string, input: PlaceInput) {
  await tx
    .updateTable('carts')
    .set({
      ...{ state: 'paying', email: input.email, ship_to: JSON.stringify(input.shipTo) },
      ...{ shipping_rate_id: input.rateId ?? null, country: input.shipTo.country },
      updated_at: ctx.clock.now()
    })
    .where('shop_id', '=', shopId)
    .where('id', '=', cartId)
    .modifyEnd(withNext)
    .execute()
}
