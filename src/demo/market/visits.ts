import type { Context } from '#context'
import type { Interaction } from '#domain/intake/index.ts'
import { after } from '../story/calendar.ts'
import { chance, type Chance } from '../story/chance.ts'
import type { Moment } from '../story/moments.ts'
import { draw, seenBy, tapped } from './attention.ts'
import { enter, report, type Door } from './enter.ts'
import type { Share, Way } from './links.ts'
import type { Market } from './market.ts'
import { passerBy, type PasserBy } from './passers-by.ts'
import type { Told } from './posting.ts'

const HOUR = 3_600_000

type Glance = { told: Told; good?: string; buys?: boolean }
type Visit = { who: PasserBy; at: Date; door?: Door; glances: Glance[] }
type Town = { posts: readonly Told[]; ways: readonly Way[]; shares: readonly Share[] }

/** Everyone who comes by and looks: what their browsers reported, hour by hour as it came in. */
export function comeAndGo(market: Market, town: Town): Moment[] {
  const { calendar, scale } = market
  const dice = chance('visits')
  const moments: Date[] = []
  for (let daysAgo = scale.days - 1; daysAgo >= 0; daysAgo--) {
    const growth = 1.35 - (0.75 * daysAgo) / scale.days
    const many = Math.round(scale.visits * growth * calendar.busyness(daysAgo))
    for (let i = 0; i < many; i++) moments.push(calendar.moment(daysAgo, dice))
  }
  for (let i = 0; i < 4; i++) moments.push(after(calendar.now, -dice.between(1, 25)))
  const visits = moments.map((at) => visit(town, at, dice))
  const brought = town.shares.flatMap((share) => broughtBy(share, town, dice))
  const past = [...visits, ...brought].filter(({ at, glances }) => at < calendar.now && glances.length > 0)
  return byHour(past).map((hour) => ({
    at: new Date(Math.max(...hour.map(({ at }) => at.getTime())) + 1),
    tell: (ctx) => Promise.all(hour.map((one) => pass(market, ctx, one)))
  }))
}

const byHour = (visits: readonly Visit[]): Visit[][] => [
  ...Map.groupBy(visits, ({ at }) => Math.floor(at.getTime() / HOUR)).values()
]

/** Someone from a network first sees the post whose link they followed. */
function visit({ posts, ways }: Town, at: Date, dice: Chance): Visit {
  const who = passerBy(dice)
  const open = ways.filter(({ network, from }) => network === who.network && from < at)
  const way = open.length ? dice.weighted(open, ({ told }) => draw(told, at)) : undefined
  const seen = seenBy(posts, at, dice)
  const first = way ? [way.told, ...seen.filter((told) => told !== way.told)] : seen
  return { who, at, door: way, glances: first.map((told) => glance(told, dice)) }
}

/** The friends a shared post brings within a day or two. */
const broughtBy = (share: Share, { posts }: Town, dice: Chance): Visit[] =>
  Array.from({ length: 1 + Math.floor(dice.wait(1.5)) }, () => {
    const at = after(share.at, 10 + dice.wait(400))
    const others = seenBy(posts, at, dice).filter((told) => told !== share.told)
    const glances = [share.told, ...others.slice(0, 2)].map((told) => glance(told, dice))
    return { who: passerBy(dice), at, door: share, glances }
  })

function glance(told: Told, dice: Chance): Glance {
  const good = tapped(told, dice)
  return { told, good, buys: good !== undefined && dice.happens(0.12) }
}

async function pass(market: Market, ctx: Context, { who, at, door, glances }: Visit): Promise<void> {
  const guest = await enter(market, ctx, who, door)
  const seen = glances.flatMap(({ told, good, buys }): Interaction[] => {
    const view: Interaction = { kind: 'view', subject: 'post', id: told.id!, at: at.getTime() }
    const id = good && market.shelf.get(good)?.productId
    if (!id) return [view]
    const about = { subject: 'product', id, postId: told.id!, at: at.getTime() } as const
    const tap: Interaction = { ...about, kind: 'click', to: buys ? 'buy' : 'product' }
    return buys ? [view, tap] : [view, tap, { ...about, kind: 'product_view' }]
  })
  await report(ctx, guest, seen)
}
