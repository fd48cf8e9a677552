import { sql } from 'kysely'
import type { Context } from '#context'
import { subjectsOf, type Subject } from './subjects.ts'
import { daysOf, windowOf } from './window.ts'
import { daily } from './results.ts'

/** `times` is the last day against a usual day of the two weeks before; `days` the last seven, oldest first. */
export type Rising = { id: string; times: number; days: number[] } & Subject

const KINDS = ['click', 'save', 'cart']
const LEAST = 3
const HOUR_MS = 3_600_000
const USUAL_DAYS = 14

/** Products that are tapped, saved and put in carts more than on a usual day: at least three times today, and twice as often. */
export async function rising(
  ctx: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  timezone: string,
  limit = 3
): Promise<Rising[]> {
  const now = ctx.clock.now().getTime()
  const lastDay = new Date(now - 24 * HOUR_MS)
  const { rows } = await sql<{ key: string; times: number }>`
    select key, round((today / greatest(usual, 1))::numeric, 1) as times from (
      select key, coalesce(sum(quantity) filter (where hour >= ${lastDay}), 0)::float8 as today,
        coalesce(sum(quantity) filter (where hour < ${lastDay}), 0)::float8 / ${USUAL_DAYS} as usual
      from rollup_hours
      where shop_id = ${shopId} and dimension = 'product' and kind = any(${KINDS})
        and hour >= ${new Date(now - (USUAL_DAYS + 1) * 24 * HOUR_MS)}
      group by key) as counts
    where today >= ${LEAST} and today >= 2 * usual and exists (
      select 1 from products where shop_id = ${shopId} and id = key::uuid and state = 'active')
    order by today / greatest(usual, 1) desc, today desc, key
    limit ${limit}`.execute(ctx.db)
  const keys = rows.map((row) => row.key)
  const window = windowOf(ctx.clock.now(), timezone)
  const [subjects, days] = await Promise.all([
    subjectsOf(ctx, shopId, 'product', keys),
    daily(ctx, shopId, window, { dimension: 'product', keys, kinds: KINDS })
  ])
  return rows.flatMap(({ key, times }) => {
    const subject = subjects.get(key)
    if (!subject) return []
    return [{ id: key, times, days: daysOf(window).map((day) => days.get(key)?.get(day) ?? 0), ...subject }]
  })
}
