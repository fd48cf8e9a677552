import type { Context } from '#context'
import { booksOf, type Books } from '#domain/privacy/index.ts'
import { DAYS_RULES, RULES, type DaysRule, type RuleName } from './schema.ts'

const DAY_MS = 86_400_000

export type Kept = { days: Record<DaysRule, number>; books: Books }

/** How long the shop keeps what: its own word, else the usual. */
export async function keptOf(ctx: Pick<Context, 'db' | 'clock'>, shopId: number): Promise<Kept> {
  const row = await ctx.db
    .selectFrom('privacy_settings')
    .select('days')
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  const own = (row?.days ?? {}) as Partial<Record<DaysRule, number>>
  const days = Object.fromEntries(DAYS_RULES.map((rule) => [rule, own[rule] ?? RULES[rule].days]))
  return { days: days as Record<DaysRule, number>, books: await booksOf(ctx, shopId) }
}

/** What is older goes by this rule; undefined where it is off. */
export function beforeOf(rule: RuleName, { days, books }: Kept, now: Date): Date | undefined {
  if (rule === 'orders') return books.before
  return days[rule] === 0 ? undefined : new Date(now.getTime() - days[rule] * DAY_MS)
}
