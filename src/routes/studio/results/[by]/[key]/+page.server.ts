import { error } from '@sveltejs/kit'
import { creditedOrders, creditsByModel } from '#domain/attribution/index.ts'
import {
  clickingVisitors,
  daily,
  daysOf,
  DIMENSIONS,
  flow,
  subjectsOf,
  totals,
  type Dimension
} from '#domain/metrics/index.ts'
import { settle } from '#domain/projections.ts'
import { isUuid } from '#platform/ids.ts'
import { windowAsked } from '../../load-window.ts'
import type { PageServerLoad } from './$types'

/** What came of one post, campaign, link or product. */
export const load: PageServerLoad = async (event) => {
  const { ctx, shop } = event.locals
  const { key } = event.params
  const by = event.params.by as Dimension
  const known = DIMENSIONS.includes(by) && (by === 'link' || isUuid(key))
  const subject = known && (await subjectsOf(ctx, shop.id, by, [key])).get(key)
  if (!subject) error(404, 'No such thing.')
  const { window, endsToday } = windowAsked(event)
  await settle(ctx, shop.id)
  const scope = { dimension: by, key }
  const [compared, lanes, days, visitors] = await Promise.all([
    totals(ctx, shop.id, window, scope),
    flow(ctx, shop.id, window, scope),
    daily(ctx, shop.id, window, { dimension: by, keys: [key], kinds: ['click'] }),
    by === 'post' ? clickingVisitors(ctx, shop.id, window, key) : null
  ])
  const credited = by === 'product' ? undefined : { by, key }
  const orders = credited ? await creditedOrders(ctx, shop.id, credited) : []
  const models = credited ? [...(await creditsByModel(ctx, shop.id, credited))] : []
  const clicks = daysOf(window).map((day) => ({ day, n: days.get(key)?.get(day) ?? 0 }))
  return { window, endsToday, by, key, subject, compared, lanes, clicks, visitors, orders, models }
}
