import { createHash } from 'node:crypto'
import type { Context } from '#context'

type Salt = { day: string; bytes: Promise<Buffer> }
const salts = new WeakMap<Context['db'], Salt>()

const DAY_MS = 86_400_000
const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/**
 * The key of a browser without an account, for today and this shop only: a hash of its address and name with the
 * day's secret salt. No cookie is set, nothing is stored at the visitor's, and once the salt is thrown away nobody
 * can tell whose key it was or join two days.
 */
export async function visitorKey(
  ctx: Context,
  shopId: number,
  headers: Headers,
  address: string
): Promise<string> {
  const salt = await saltOf(ctx, dayOf(ctx.clock.now()))
  const agent = headers.get('user-agent') ?? ''
  return createHash('sha256')
    .update(salt)
    .update(`${shopId}\n${address}\n${agent}`)
    .digest('base64url')
    .slice(0, 22)
}

function saltOf(ctx: Context, day: string): Promise<Buffer> {
  const known = salts.get(ctx.db)
  if (known?.day === day) return known.bytes
  const bytes = openDay(ctx, day)
  bytes.catch(() => salts.delete(ctx.db))
  salts.set(ctx.db, { day, bytes })
  return bytes
}

/** Makes the day's salt unless another process did. */
async function openDay(ctx: Context, day: string): Promise<Buffer> {
  await forgetSalts(ctx)
  const salt = Buffer.from(ctx.ids.secret(32), 'base64url')
  await ctx.db
    .insertInto('visitor_salts')
    .values({ day, salt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await ctx.db
    .selectFrom('visitor_salts')
    .select('salt')
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  return row.salt
}

/** Throws away salts older than two days. */
export async function forgetSalts({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<void> {
  const oldest = dayOf(new Date(clock.now().getTime() - 2 * DAY_MS))
  await db.deleteFrom('visitor_salts').where('day', '<', oldest).execute()
}
