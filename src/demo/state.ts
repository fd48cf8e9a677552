import { sql } from 'kysely'
import type { Context } from '#context'
import { forgetShops, type DemoSignIn, type Shop } from '#domain/shops/index.ts'
import { demoPeople } from './drawings/index.ts'

const LOCK = 7_013_202_606

/** One process at a time opens the demo; the lock ends with its connection, so one that died holds nobody up. */
export const aloneInDemo = <T>(ctx: Context, work: () => Promise<T>): Promise<T> =>
  ctx.db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection)
    }
  })

/** Says that the market is set up whole: until then its settings name no sign-ins. */
export async function finishDemo(
  ctx: Context,
  shopId: number,
  demoSignIns: readonly DemoSignIn[]
): Promise<void> {
  const settings = JSON.stringify({ demoSignIns })
  await ctx.db.updateTable('shops').set({ settings }).where('shop_id', '=', shopId).execute()
  forgetShops(ctx)
}

/**
 * Throws away a market that was left half set up: every row of every shop, which the caller has made sure are the
 * demo's alone, its accounts, and its files.
 */
export async function clearDemo(ctx: Context, shop: Shop): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = current_schema() and column_name = 'shop_id' order by 1`.execute(ctx.db)
  const tables = sql.join(rows.map(({ name }) => sql.table(name)))
  await sql`truncate ${tables} cascade`.execute(ctx.db)
  const emails = demoPeople.map(({ handle }) => `${handle}@kauppatori.example`)
  await ctx.db.deleteFrom('auth_users').where('email', 'in', emails).execute()
  for await (const key of ctx.files.list(`pictures/${shop.id}/`)) await ctx.files.remove(key)
  forgetShops(ctx)
}
