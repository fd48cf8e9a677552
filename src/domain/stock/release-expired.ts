import { sql } from 'kysely'
import type { Context } from '#context'
import { write } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { applyChanges } from './change.ts'
import { giveBack } from './release-hold.ts'
import type { Portion } from './take-stock.ts'

const BATCH = 500

/** Gives back what carts held past its end. Skips what another process is freeing at this moment. Answers how many. */
export async function releaseExpired(ctx: Context, shopId: number): Promise<number> {
  let total = 0
  for (;;) {
    const freed = await releaseBatch(ctx, shopId)
    total += freed
    if (freed < BATCH) return total
  }
}

async function releaseBatch(ctx: Context, shopId: number): Promise<number> {
  if (!(await anyExpired(ctx, shopId))) return 0
  const outcome = await write(ctx, shopId, async (tx) => {
    const { rows } = await sql<Portion>`
      with due as (
        select shop_id, id from reservations
        where shop_id = ${shopId} and expires_at <= ${ctx.clock.now()}
        order by expires_at limit ${BATCH} for update skip locked)
      delete from reservations r using due where r.shop_id = ${shopId} and r.id = due.id
      returning r.variant_id as "variantId", r.location_id as "locationId", r.quantity`.execute(tx)
    await applyChanges(tx, shopId, rows.map(giveBack))
    return done(rows.length)
  })
  return outcome.value
}

async function anyExpired(ctx: Context, shopId: number): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('reservations')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('expires_at', '<=', ctx.clock.now())
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
