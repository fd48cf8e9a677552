import type { Context } from '#context'
import { openMarket } from '#domain/setup/index.ts'
import { settle } from '#domain/projections.ts'
import { getShop } from '#domain/shops/index.ts'
import { transact } from '#platform/database/index.ts'
import { done } from '#platform/outcome.ts'
import { openCounter, sweepAll } from './market/counter.ts'
import { heartsFor } from './market/hearts.ts'
import { postLetters } from './market/letters.ts'
import { makeStandingLinks, makeWays, passOn, planWays } from './market/links.ts'
import type { Market } from './market/market.ts'
import { makeOffers } from './market/offers.ts'
import { openPaintbox } from './market/paint.ts'
import { hire, OPENED_BEFORE, seatNeighbours, seatPeople } from './market/people.ts'
import { mindPrivacy } from './market/privacy.ts'
import { paintScenes, planPosts, publishAll, scheduleAll } from './market/posting.ts'
import type { Scale } from './market/scale.ts'
import { walk } from './market/shopping.ts'
import { planTrips } from './market/trips.ts'
import { comeAndGo } from './market/visits.ts'
import { openPrintRoom } from './market/print-room.ts'
import { fillShelves, receiveHerrings, reducePrices } from './market/shelves.ts'
import { signers } from './market/sign-ins.ts'
import { talkUnder } from './market/talk.ts'
import { after, openCalendar } from './story/calendar.ts'
import { at, takeTurns, tell, type Moment } from './story/moments.ts'
import { must } from './story/must.ts'

const TIMEZONE = 'Europe/Helsinki'

/**
 * Sets up Kauppatori and tells its last weeks by the product's own commands, under a clock that travels with the
 * story: everything the ledger and its views say afterwards has happened. Answers the shop's id.
 */
export async function seedDemo(ctx: Context, scale: Scale): Promise<number> {
  const market = await openStall(ctx, scale)
  const opened = at(ctx, market.calendar.at(scale.days + OPENED_BEFORE, '09:30'))
  const shelves = fillShelves(market, opened)
  const people = tell(ctx, seatPeople(market))
  await Promise.all([shelves, people])
  paintScenes(market)
  await makeOffers(market, opened)
  const past = story(market).filter((moment) => moment.at <= market.calendar.now)
  await tell(ctx, past)
  await postLetters(market)
  await openPrintRoom(market)
  await mindPrivacy(market)
  await settle(ctx, market.shop.id)
  return market.shop.id
}

/** The shop and those who work there. */
async function openStall(ctx: Context, scale: Scale): Promise<Market> {
  const calendar = openCalendar(ctx.clock.now(), TIMEZONE)
  const opened = at(ctx, calendar.at(scale.days + OPENED_BEFORE, '09:00'))
  const shopId = await must(transact(ctx.db, async (tx) => done(await openMarket(opened, tx, SHOP))))
  const staff = signers.filter(({ role }) => role !== 'member')
  const hired = await Promise.all(staff.map(({ handle, role }) => hire(opened, shopId, handle, role)))
  const owner = hired[0]!
  return {
    ...{ ctx, scale, calendar, owner, shop: await getShop(ctx, shopId) },
    paint: openPaintbox(at(ctx, after(calendar.at(scale.days + OPENED_BEFORE, '09:00'), 10)), owner),
    members: new Map(staff.map(({ handle }, i) => [handle, hired[i]!])),
    shelf: new Map(),
    scenes: new Map(),
    campaigns: { herring: '', names: '', sauna: '' },
    rates: new Map(),
    placed: new Set(),
    till: takeTurns()
  }
}

const SHOP = {
  name: 'Kauppatori',
  currency: 'EUR',
  country: 'FI',
  locale: 'en',
  timezone: TIMEZONE,
  hosts: [],
  contactEmail: 'hello@kauppatori.example',
  about:
    'A small stall at the edge of the South Harbour in Helsinki. We draw shirts, mugs, bottles and things for cold ears, and have them made close by. See you at the square.',
  isDemo: true
}

/** Everything that happened, in no order: the telling puts it in time. */
function story(market: Market): Moment[] {
  const posts = planPosts(market)
  const ways = planWays(posts)
  const { shares, links } = passOn(market, posts)
  const serve = openCounter(market)
  const trips = planTrips(market, posts, ways).flatMap((trip) => walk(market, trip, serve))
  return [
    ...seatNeighbours(market),
    ...publishAll(market, posts),
    ...scheduleAll(market),
    ...makeWays(market, ways),
    ...makeStandingLinks(market),
    ...shares,
    ...talkUnder(market, posts),
    ...heartsFor(market, posts),
    ...comeAndGo(market, { posts, ways, shares: links }),
    ...trips,
    ...reducePrices(market),
    ...receiveHerrings(market),
    ...sweepAll(market)
  ]
}
