import type { Context } from '#context'

export type BackupState = {
  /** Where on the server they lie. */
  folder: string
  everyHours: number
  nextAt: Date | null
  /** The last one that was read back and is whole. */
  last: { at: Date; bytes: number } | null
  /** The last try, if it failed. */
  failed: { at: Date; problem: string } | null
}

/**
 * How the scheduled backups stand, for the owner of the installation's first shop; undefined for any other shop, which
 * is in them but does not keep them.
 */
export async function findBackupState(ctx: Context, shopId: number): Promise<BackupState | undefined> {
  const first = await ctx.db
    .selectFrom('shops')
    .select('shop_id')
    .orderBy('shop_id')
    .limit(1)
    .executeTakeFirst()
  if (first?.shop_id !== shopId) return undefined
  const { folder, everyHours } = ctx.config.backups
  const recent = ctx.db
    .selectFrom('backups')
    .select(['ended_at', 'bytes', 'problem'])
    .orderBy('ended_at', 'desc')
    .limit(1)
  const [latest, good, turn] = await Promise.all([
    recent.executeTakeFirst(),
    recent.where('bytes', 'is not', null).executeTakeFirst(),
    ctx.db.selectFrom('backup_turn').select('next_at').executeTakeFirst()
  ])
  return {
    folder,
    everyHours,
    nextAt: turn?.next_at ?? null,
    last: good ? { at: good.ended_at, bytes: good.bytes! } : null,
    failed: latest?.problem ? { at: latest.ended_at, problem: latest.problem } : null
  }
}
