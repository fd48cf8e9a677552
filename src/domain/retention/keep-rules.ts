import type { Context } from '#context'
import { getShop } from '#domain/shops/index.ts'
import { transact, type Db, type Tx } from '#platform/database/index.ts'
import { localOf } from '#platform/local-time.ts'
import { done } from '#platform/outcome.ts'
import { SLICES } from './rules.ts'
import type { RuleName } from './schema.ts'
import { beforeOf, keptOf } from './settings.ts'

/** Not quite a day, so that a rule does not drift through the day with the sweep that starts it. */
const EVERY_MS = 20 * 3_600_000

type Look = { shopId: number; rule: RuleName; before: Date; day: string }

/**
 * Goes through every rule of a shop that was not gone through today. A slice and the record of it are one transaction
 * (erasures keep a record of their own); a worker that dies leaves the rule to the next hour's, two that meet share the
 * work. A rule that fails is left to the next hour, too, and holds up no other rule and no other shop.
 */
export async function keepRules(ctx: Context, shopId: number): Promise<void> {
  const kept = await keptOf(ctx, shopId)
  const { timezone } = await getShop(ctx, shopId)
  for (const rule of Object.keys(SLICES) as RuleName[]) {
    const now = ctx.clock.now()
    const before = beforeOf(rule, kept, now)
    if (!before) continue
    try {
      await keepRule(ctx, { shopId, rule, before, day: localOf(now, timezone).slice(0, 10) }, now)
    } catch (error) {
      ctx.log.error(
        { error, shopId, rule },
        'what is kept too long was not deleted; the next hour tries again'
      )
    }
  }
}

async function keepRule(ctx: Context, look: Look, now: Date): Promise<void> {
  const { shopId, rule } = look
  if (!(await isDue(ctx, shopId, rule, now))) return
  while (await slice(ctx, look));
  await ctx.db
    .updateTable('retention_looks')
    .set({ looked_at: now })
    .where('shop_id', '=', shopId)
    .where('rule', '=', rule)
    .execute()
}

const LONG_AGO = new Date(0)

async function isDue({ db }: Context, shopId: number, rule: RuleName, now: Date): Promise<boolean> {
  await db
    .insertInto('retention_looks')
    .values({ shop_id: shopId, rule, looked_at: LONG_AGO })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { looked_at } = await db
    .selectFrom('retention_looks')
    .select('looked_at')
    .where('shop_id', '=', shopId)
    .where('rule', '=', rule)
    .executeTakeFirstOrThrow()
  return looked_at.getTime() <= now.getTime() - EVERY_MS
}

/** Answers whether there may be more. A deadlock is tried again. */
async function slice(ctx: Context, look: Look): Promise<boolean> {
  const told = await transact(ctx.db, async (tx) => {
    const answer = await SLICES[look.rule]({ ctx, tx, shopId: look.shopId, before: look.before })
    if (typeof answer === 'function') return done(answer)
    const known = typeof answer === 'number' ? { gone: answer, left: answer > 0 } : answer
    if (known.gone > 0) await record(ctx, tx, look, known.gone)
    return done(known)
  })
  if (!told.ok) throw new Error('a slice refuses nothing')
  if (typeof told.value !== 'function') return told.value.left
  const { gone, left } = await told.value()
  if (gone > 0) await record(ctx, ctx.db, look, gone)
  return left
}

async function record(
  { ids, clock }: Context,
  tx: Db | Tx,
  { shopId, rule, before, day }: Look,
  gone: number
): Promise<void> {
  const ran_at = clock.now()
  await tx
    .insertInto('retention_runs')
    .values({ shop_id: shopId, id: ids.next(), rule, day, older_than: before, affected: gone, ran_at })
    .onConflict((conflict) =>
      conflict.columns(['shop_id', 'rule', 'day']).doUpdateSet((eb) => ({
        affected: eb('retention_runs.affected', '+', eb.ref('excluded.affected')),
        older_than: eb.ref('excluded.older_than'),
        ran_at: eb.ref('excluded.ran_at')
      }))
    )
    .execute()
}
