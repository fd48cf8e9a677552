import type { Context } from '#context'

const LEASE_MS = 5 * 60_000
const RENEW_MS = 60_000
const RETRY_MS = 3_600_000

const inMs = (ctx: Context, ms: number) => new Date(ctx.clock.now().getTime() + ms)
export const everyMs = (ctx: Context): number => ctx.config.backups.everyHours * 3_600_000

/**
 * Runs `work` if a backup is due and no other worker is at it. The turn is a lease that is renewed while the work goes
 * on: if we are killed, another takes it minutes later. `work` answers whether it went well; if not, the next try is in
 * an hour.
 */
export async function takeTurn(ctx: Context, work: () => Promise<boolean>): Promise<void> {
  if (!(await isOurs(ctx))) return
  const began = ctx.clock.now().getTime()
  const renewing = setInterval(() => void setNext(ctx, inMs(ctx, LEASE_MS)).catch(() => {}), RENEW_MS)
  try {
    const well = await work()
    await setNext(ctx, well ? new Date(began + everyMs(ctx)) : inMs(ctx, RETRY_MS))
  } finally {
    clearInterval(renewing)
  }
}

/** The first is due one interval after the first shop opened, so at once where shops were before backups came. */
async function isOurs(ctx: Context): Promise<boolean> {
  const first = await ctx.db
    .selectFrom('shops')
    .select('created_at')
    .orderBy('shop_id')
    .limit(1)
    .executeTakeFirst()
  if (!first) return false
  await ctx.db
    .insertInto('backup_turn')
    .values({ next_at: new Date(first.created_at.getTime() + everyMs(ctx)) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const won = await ctx.db
    .updateTable('backup_turn')
    .set({ next_at: inMs(ctx, LEASE_MS) })
    .where('next_at', '<=', ctx.clock.now())
    .returning('next_at')
    .executeTakeFirst()
  return won !== undefined
}

async function setNext(ctx: Context, at: Date): Promise<void> {
  await ctx.db.updateTable('backup_turn').set({ next_at: at }).execute()
}
