import { sql } from 'kysely'
import type { Context } from '#context'
import { intakeDropped } from '#platform/meters.ts'
import type { DropReason } from './interaction.ts'

const FLUSH_MS = 1_000
type Pending = { counts: Map<string, number>; timer: NodeJS.Timeout | undefined }
const pending = new WeakMap<Context['db'], Pending>()

/** Counts what was not counted, and why. Kept for a second in memory: a crash may lose that second of dropped noise. */
export function countDrops(ctx: Context, shopId: number, reason: DropReason, n: number): void {
  if (n === 0) return
  intakeDropped.inc({ reason }, n)
  const state = pending.get(ctx.db) ?? { counts: new Map<string, number>(), timer: undefined }
  pending.set(ctx.db, state)
  const key = `${shopId} ${ctx.clock.now().toISOString().slice(0, 10)} ${reason}`
  state.counts.set(key, (state.counts.get(key) ?? 0) + n)
  state.timer ??= setTimeout(() => {
    flushDrops(ctx).catch((error: unknown) =>
      ctx.log.warn({ error }, 'dropped interactions were not counted')
    )
  }, FLUSH_MS).unref()
}

/** Writes the counts gathered so far. Whoever closes a database does this first. */
export async function flushDrops(ctx: Context): Promise<void> {
  const state = pending.get(ctx.db)
  if (!state || state.counts.size === 0) return
  clearTimeout(state.timer)
  pending.delete(ctx.db)
  const rows = [...state.counts].map(([key, n]) => [...key.split(' '), n] as const).sort()
  await sql`
    insert into intake_drops (shop_id, day, reason, dropped)
    select * from unnest(${rows.map((r) => Number(r[0]))}::bigint[], ${rows.map((r) => r[1])}::date[],
      ${rows.map((r) => r[2])}::text[], ${rows.map((r) => r[3])}::bigint[])
    on conflict (shop_id, day, reason) do update set dropped = intake_drops.dropped + excluded.dropped
  `.execute(ctx.db)
}
