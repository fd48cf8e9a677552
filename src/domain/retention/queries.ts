import type { Context } from '#context'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import { DAYS_RULES, FIXED, RULES, type DaysRule, type RuleName } from './schema.ts'
import { keptOf, type Kept } from './settings.ts'

export type RetentionView = {
  rules: { rule: DaysRule; days: number; usual: number; least: number; most: number }[]
  books: Kept['books']
  /** Hours. */
  fixed: Record<keyof typeof FIXED, number>
  lastLook: Date | null
}

/** How long the shop keeps what, and when it was last gone through. */
export async function retentionOf(
  ctx: Pick<Context, 'db' | 'clock'>,
  shopId: number
): Promise<RetentionView> {
  const { days, books } = await keptOf(ctx, shopId)
  const looks = await ctx.db
    .selectFrom('retention_looks')
    .select((eb) => eb.fn.max('looked_at').as('at'))
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  const rules = DAYS_RULES.map((rule) => {
    const { days: usual, least, most } = RULES[rule]
    return { rule, days: days[rule], usual, least, most }
  })
  const lastLook = looks?.at && looks.at.getTime() > 0 ? looks.at : null
  return { rules, books, fixed: FIXED, lastLook }
}

export type RetentionRun = { id: string; rule: RuleName; olderThan: Date; affected: number; ranAt: Date }

const PAGE = 30

/** What was deleted by which rule, newest first. */
export async function listRuns(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  after?: string | null,
  limit = PAGE
): Promise<{ runs: RetentionRun[]; next: string | null }> {
  const from = decodeCursor(after, ['time', 'id'])
  let query = db
    .selectFrom('retention_runs')
    .select(['id', 'rule', 'older_than as olderThan', 'affected', 'ran_at as ranAt'])
    .where('shop_id', '=', shopId)
  if (from) {
    const [at, id] = [new Date(Number(from[0])), String(from[1])]
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('ran_at', 'id'), '<', tuple(at, id)))
  }
  const rows = await query
    .orderBy('ran_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const runs = rows.slice(0, limit) as RetentionRun[]
  const last = runs.at(-1)
  return { runs, next: rows.length > limit && last ? encodeCursor([last.ranAt.getTime(), last.id]) : null }
}
