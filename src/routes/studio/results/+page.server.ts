import { can } from '#domain/accounts/index.ts'
import {
  daily,
  daysOf,
  DIMENSIONS,
  flow,
  leadOf,
  nextSteps,
  ranked,
  subjectsOf,
  totals,
  type Dimension
} from '#domain/metrics/index.ts'
import { openingOf } from '#domain/setup/index.ts'
import { settle } from '#domain/projections.ts'
import { windowAsked } from './load-window.ts'
import type { PageServerLoad } from './$types'

const KINDS = ['click', 'cart']

/** What came of everything in a window: a sentence, the flow, what to do next, and a table by post, campaign, link or product. */
export const load: PageServerLoad = async (event) => {
  const { ctx, shop, actor } = event.locals
  const { window, endsToday } = windowAsked(event)
  const asked = event.url.searchParams.get('by') as Dimension
  const by = DIMENSIONS.includes(asked) ? asked : 'post'
  await settle(ctx, shop.id)
  const [compared, lanes, posts, others, steps, opening] = await Promise.all([
    totals(ctx, shop.id, window),
    flow(ctx, shop.id, window),
    ranked(ctx, shop.id, window, 'post'),
    by === 'post' ? undefined : ranked(ctx, shop.id, window, by),
    can(actor, 'posts.write') ? nextSteps(ctx, shop.id, shop.timezone) : [],
    can(actor, 'shop.settings') ? openingOf(ctx, shop.id) : null
  ])
  const rows = others ?? posts
  const keys = rows.map((row) => row.key)
  const lead = leadOf(compared, posts)
  const [subjects, days, best] = await Promise.all([
    subjectsOf(ctx, shop.id, by, keys),
    daily(ctx, shop.id, window, { dimension: by, keys, kinds: KINDS }),
    lead.kind === 'best' ? subjectsOf(ctx, shop.id, 'post', [lead.key]) : undefined
  ])
  const list = rows.map((row) => ({
    ...row,
    subject: subjects.get(row.key) ?? null,
    days: daysOf(window).map((day) => days.get(row.key)?.get(day) ?? 0)
  }))
  const title = lead.kind === 'best' ? (best?.get(lead.key)?.title ?? '') : ''
  return {
    window,
    endsToday,
    by,
    compared,
    lanes,
    lead,
    title,
    steps,
    opening,
    list,
    all: event.url.searchParams.has('all'),
    mayReadOrders: can(actor, 'orders.read')
  }
}
