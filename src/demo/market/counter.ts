import type { Context } from '#context'
import { sweepCheckout } from '#domain/checkout/index.ts'
import { addNote, cancelOrder, findOrder, fulfilOrder, markPaid, refundOrder } from '#domain/orders/index.ts'
import { after } from '../story/calendar.ts'
import { chance, type Chance } from '../story/chance.ts'
import type { Moment } from '../story/moments.ts'
import { must } from '../story/must.ts'
import { memberOf, type Market } from './market.ts'
import type { Walk } from './shopping.ts'

type Deed = (ctx: Context, orderId: string) => Promise<unknown>

/** Who stands at the counter, and what they do about an order: most are sent the next day, some are paid late, called off or sent back. */
export function openCounter(market: Market): (walk: Walk) => Moment[] {
  const dice = chance('counter')
  return (walk) => deedsFor(market, walk, dice).sort((a, b) => a.at.getTime() - b.at.getTime())
}

function deedsFor(market: Market, walk: Walk, dice: Chance): Moment[] {
  const ordered = walk.trip.at
  const does = (at: Date, deed: Deed): Moment => ({
    at,
    tell: async (ctx) => (walk.orderId ? deed(ctx, walk.orderId) : undefined)
  })
  const paid = after(ordered, dice.between(2, 4.5) * 24 * 60)
  const sent = nextMorning(market, walk.trip.ending === 'pays_later' ? paid : ordered, dice)
  const fate = dice.next()
  if (fate < 0.025) return [does(after(ordered, 25 + dice.wait(60)), cancel(market))]
  const deeds = [does(sent, send(market, dice))]
  if (walk.trip.ending === 'pays_later') deeds.unshift(does(paid, settle(market)))
  if (fate > 0.96) deeds.push(does(after(sent, dice.between(4, 8) * 24 * 60), sendBack(market, fate > 0.985)))
  if (fate > 0.5 && fate < 0.53) deeds.push(does(after(ordered, 50), note(market)))
  return deeds
}

/** The stall packs from ten to three; what was ordered too late for it goes the day after. */
function nextMorning({ calendar }: Market, from: Date, dice: Chance): Date {
  const daysAgo = Math.ceil((calendar.now.getTime() - from.getTime()) / 86_400_000)
  const minutes = dice.between(5, 290)
  for (let days = daysAgo; ; days--) {
    const at = after(calendar.at(days, '10:00'), minutes)
    if (at > after(from, 60)) return at
  }
}

function send(market: Market, dice: Chance): Deed {
  const tracking = `JJFI${String(Math.floor(dice.next() * 1e10)).padStart(10, '0')}`
  return (ctx, orderId) =>
    must(fulfilOrder(ctx, memberOf(market, 'harpreet'), { orderId, carrier: 'Posti', tracking }))
}

const settle =
  (market: Market): Deed =>
  (ctx, orderId) =>
    must(markPaid(ctx, market.owner, { orderId }))

const cancel =
  (market: Market): Deed =>
  (ctx, orderId) =>
    must(cancelOrder(ctx, market.owner, { orderId, reason: 'Changed their mind before it was packed' }))

const note =
  (market: Market): Deed =>
  (ctx, orderId) =>
    must(
      addNote(ctx, memberOf(market, 'harpreet'), {
        orderId,
        text: 'A present: no receipt in the parcel, the good ribbon please.'
      })
    )

/** One piece comes back and can be sold again; or it broke on the way, and only the money goes back. */
const sendBack =
  (market: Market, broken: boolean): Deed =>
  async (ctx, orderId) => {
    const order = await findOrder(ctx, market.shop.id, orderId)
    const line = order?.lines[0]
    if (!line) return
    const reason = broken ? 'Arrived broken' : 'Wrong size, sent back'
    const input = { orderId, lines: [{ lineId: line.id, quantity: 1 }], restock: !broken, reason }
    await must(refundOrder(ctx, market.owner, input))
  }

/** Every few hours time itself passes: what was held too long is free again. */
export const sweepAll = ({ calendar, scale, shop }: Market): Moment[] =>
  Array.from({ length: scale.days * 6 }, (_, i) => ({
    at: after(calendar.now, -i * 240),
    tell: (ctx) => sweepCheckout(ctx, shop.id)
  }))
