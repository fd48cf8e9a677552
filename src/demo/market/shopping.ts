import type { Context } from '#context'
import { recordTouch } from '#domain/attribution/index.ts'
import { addToCart, setCoupon } from '#domain/carts/index.ts'
import { placeOrder, saveDetails, startCheckout, viewBasket } from '#domain/checkout/index.ts'
import type { Interaction } from '#domain/intake/index.ts'
import type { Outcome } from '#platform/outcome.ts'
import { after } from '../story/calendar.ts'
import { inTurn, type Moment } from '../story/moments.ts'
import { enter, report, type Guest } from './enter.ts'
import { memberOf, type Market } from './market.ts'
import type { Trip } from './trips.ts'

/** A trip as it goes: what it needs from one step to the next, and the order it led to. */
export type Walk = { trip: Trip; guest?: Guest; token?: string; orderId?: string }

/** The steps of a trip, and what is done about its order: some stop half-way, as people do, or as the shelf makes them. */
export function walk(market: Market, trip: Trip, serve: (walk: Walk) => Moment[]): Moment[] {
  const going: Walk = { trip }
  const steps: Moment[] = [{ at: trip.at, tell: (ctx) => fillCart(market, ctx, going) }]
  const minutes = 2 + trip.rate * 7
  const pay = (card: Card | undefined) => (ctx: Context) => checkOut(market, ctx, going, card)
  if (trip.ending === 'leaves_checkout')
    steps.push({ at: after(trip.at, minutes), tell: (ctx) => look(ctx, going) })
  else if (trip.ending !== 'leaves_cart') {
    const first = trip.ending === 'pays_later' ? undefined : trip.ending === 'pays' ? GOOD : EMPTY
    steps.push(market.till({ at: after(trip.at, minutes), tell: pay(first) }))
    if (trip.ending === 'tries_again')
      steps.push(market.till({ at: after(trip.at, minutes + 1.5), tell: pay(GOOD) }))
  }
  return inTurn([...steps, ...serve(going)])
}

type Card = { number: string }
const GOOD: Card = { number: '4242 4242 4242 4242' }
const EMPTY: Card = { number: '4000 0000 0000 9995' }

/** Comes in by a link or over the square, sees the post, taps Buy, and puts the goods into the cart. */
async function fillCart(market: Market, ctx: Context, going: Walk): Promise<void> {
  const { trip } = going
  const member = trip.member ? memberOf(market, trip.member) : undefined
  const guest = await enter(market, ctx, trip.who, trip.way, member)
  going.guest = guest
  const postId = trip.told?.id
  const productId = trip.goods[0]!.productId
  await report(ctx, guest, seen(productId, postId, ctx.clock.now().getTime()))
  const clickId = postId
    ? await recordTouch(ctx, ctx.db, guest.actor, { postId, productId, clickId: guest.clickId })
    : guest.clickId
  const items = trip.goods.map(({ variant, quantity }) => ({ variantId: variant.id, quantity }))
  const added = await addToCart(ctx, guest.actor, {
    items,
    postId,
    clickId,
    country: trip.shipTo.country,
    locale: 'en'
  })
  going.token = expected(added)?.token
  if (going.token && trip.coupon) {
    expected(await setCoupon(ctx, guest.actor, { token: going.token, code: trip.coupon }))
  }
}

function seen(productId: string, postId: string | undefined, at: number): Interaction[] {
  const about = { subject: 'product', id: productId, postId, at } as const
  if (!postId) return [{ ...about, kind: 'product_view' }]
  return [
    { kind: 'view', subject: 'post', id: postId, at },
    { ...about, kind: 'click', to: 'buy' }
  ]
}

async function look(ctx: Context, { guest, token }: Walk): Promise<void> {
  if (guest && token) expected(await startCheckout(ctx, guest.actor, { token }))
}

/** The checkout page from top to bottom: goods set aside, address, delivery, Pay. */
async function checkOut(market: Market, ctx: Context, going: Walk, card: Card | undefined): Promise<void> {
  const { trip, guest, token } = going
  if (!guest || !token || !expected(await startCheckout(ctx, guest.actor, { token }))) return
  const { email, shipTo } = trip
  const rateId = await rateFor(market, ctx, guest, token, trip)
  expected(await saveDetails(ctx, guest.actor, { token, email, shipTo, rateId }))
  const basket = await viewBasket(ctx, guest.actor, token)
  if (!basket) return
  const amount = { amount: basket.totals.total, currency: basket.currency }
  const placed = await placeOrder(ctx, guest.actor, {
    ...{ token, email, shipTo, rateId: basket.rate?.id, expected: amount, terms: true, locale: 'en' },
    key: ctx.ids.next(),
    payment: card
      ? { provider: 'test-card', instrument: { ...card, expiry: expiry(ctx), cvc: '123' } }
      : { provider: 'invoice' }
  })
  const order = expected(placed)
  // A member who shops twice at once fills one cart: whoever pays second is shown the same order, which is served once.
  if (order?.state !== 'placed' || market.placed.has(order.orderId)) return
  market.placed.add(order.orderId)
  going.orderId = order.orderId
}

/** A card that is good for two years from the day it is used. */
const expiry = (ctx: Context): string => `12/${(ctx.clock.now().getUTCFullYear() + 2) % 100}`

/** Ways of delivery are the same for everyone in a country, so they are asked for once. */
async function rateFor(
  market: Market,
  ctx: Context,
  { actor }: Guest,
  token: string,
  trip: Trip
): Promise<string | undefined> {
  const { country } = trip.shipTo
  let rates = market.rates.get(country)
  if (!rates) {
    const basket = await viewBasket(ctx, actor, token)
    rates = basket?.rates.map(({ id }) => id) ?? []
    market.rates.set(country, rates)
  }
  return rates[Math.floor(trip.rate * rates.length)]
}

/** What may well be refused on a busy market day; anything else means that the story is wrong. */
const NORMAL = [
  'sold_out',
  'few_left',
  'insufficient_funds',
  'card_declined',
  'coupon_used_by_you',
  'price_changed',
  'cart_paying',
  'cart_ordered',
  'cart_empty',
  'cart_full'
]

function expected<T>(outcome: Outcome<T>): T | undefined {
  if (outcome.ok) return outcome.value
  if (NORMAL.includes(outcome.refusal)) return undefined
  throw new Error(`Shopping was refused: ${outcome.refusal} ${JSON.stringify(outcome.detail ?? {})}`)
}
