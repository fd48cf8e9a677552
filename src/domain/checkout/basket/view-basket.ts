import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import {
  findCart,
  isOurs,
  readLines,
  readShelf,
  type Cart,
  type CartLine,
  type Shelf
} from '#domain/carts/index.ts'
import { findCoupon, type CouponRefusal } from '#domain/coupons/index.ts'
import type { ShipTo } from '#domain/orders/index.ts'
import { reckon, type Reckoned } from '../pricing/reckon.ts'
import { named } from '#domain/delivery/index.ts'
import { readTerms } from '#domain/delivery/index.ts'
import { handedOver } from '#domain/stores/index.ts'
import { groupsOf, type StoreGroup } from './elsewhere.ts'

/** Why a line cannot be bought as it stands; `left` says how many there are. `store_closed` is of a store elsewhere. */
export type LineProblem = { kind: 'gone' | 'sold_out' | 'few_left' | 'store_closed'; left: number }

export type BasketLine = CartLine & Shelf & { problem: LineProblem | null; total: number }

export type Basket = {
  cartId: string
  state: Cart['state']
  /** What we sell ourselves: the totals, the delivery and the order are of these alone. */
  lines: BasketLine[]
  /** What stores elsewhere sell, each to be continued there. */
  elsewhere: StoreGroup<BasketLine>[]
  totals: Reckoned['totals']
  rates: Reckoned['rates']
  rate: Reckoned['rate']
  needsShipping: boolean
  /** `least` is what the goods must be worth for it; one that is not `ours` only a store elsewhere may know. */
  coupon: { code: string; refusal: CouponRefusal | null; least: number; ours: boolean } | null
  currency: string
  country: string
  /** Until when all counted goods are set aside; null when not all are. */
  heldUntil: Date | null
  /** What was typed before; only its owner sees it. */
  contact: { email: string; shipTo: Partial<ShipTo> } | null
}

/** The cart behind a key with today's prices, what is to be had of each thing, and what it comes to. Five statements; six with goods of stores elsewhere. */
export async function viewBasket(ctx: Context, actor: Actor, token: string): Promise<Basket | undefined> {
  const cart = await findCart(ctx, actor, token)
  if (!cart || cart.state === 'abandoned') return undefined
  const { shopId } = actor
  const [lines, terms, coupon] = await Promise.all([
    readLines(ctx.db, shopId, cart.id),
    readTerms(ctx.db, shopId, cart.country, ctx.clock.now()),
    cart.couponCode ? findCoupon(ctx.db, shopId, cart.couponCode) : undefined
  ])
  const theirs = !lines.every(isOurs)
  const [shelf, handed] = await Promise.all([
    readShelf(ctx, shopId, lines, cart.id),
    theirs ? handedOver(ctx.db, shopId, cart.id) : []
  ])
  const wish = { code: cart.couponCode, coupon, rateId: cart.rateId, now: ctx.clock.now() }
  const reckoned = reckon(
    lines.filter((line) => line.live),
    terms,
    wish
  )
  const shown = lines.map((line) => lineOf(line, shelf.get(line.variantId)!))
  const mine = cart.memberId === null || cart.memberId === actor.memberId
  return {
    ...{ cartId: cart.id, state: cart.state, currency: terms.currency, country: cart.country },
    ...reckoned,
    rates: reckoned.rates.map(named),
    rate: reckoned.rate && named(reckoned.rate),
    lines: shown.filter(isOurs),
    elsewhere: groupsOf(shown, handed),
    coupon: cart.couponCode
      ? {
          ...{ code: cart.couponCode, refusal: reckoned.couponRefusal ?? null, least: coupon?.minGoods ?? 0 },
          ours: reckoned.couponJudged
        }
      : null,
    heldUntil: heldUntil(lines, shelf, ctx.clock.now()),
    contact: mine && cart.email ? { email: cart.email, shipTo: cart.shipTo ?? {} } : null
  }
}

const lineOf = (line: CartLine, shelf: Shelf): BasketLine => ({
  ...line,
  ...shelf,
  problem: problemOf(line, shelf),
  total: line.price * line.quantity
})

export function problemOf(
  line: Pick<CartLine, 'live' | 'quantity' | 'store'>,
  { available }: Pick<Shelf, 'available'>
): LineProblem | null {
  if (!line.live) return { kind: 'gone', left: 0 }
  if (line.store && !line.store.open) return { kind: 'store_closed', left: 0 }
  if (available === null || available >= line.quantity) return null
  return { kind: available > 0 ? 'few_left' : 'sold_out', left: available }
}

function heldUntil(lines: readonly CartLine[], shelf: Map<string, Shelf>, now: Date): Date | null {
  const counted = lines.filter((line) => isOurs(line) && shelf.get(line.variantId)!.available !== null)
  const held = counted.map((line) => ({ line, shelf: shelf.get(line.variantId)! }))
  if (held.length === 0 || held.some(({ line, shelf }) => shelf.held < line.quantity)) return null
  const end = new Date(Math.min(...held.map(({ shelf }) => shelf.heldUntil!.getTime())))
  return end > now ? end : null
}
