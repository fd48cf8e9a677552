import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '#context'
import { checkBackup } from './check-backup.ts'
import { diskProblem } from './disk-problem.ts'
import { makeBackup } from './make-backup.ts'
import { noteBackup, type Attempt } from './note-backup.ts'
import { isLeftOver, nameAt, toRemove } from './retention.ts'
import { takeTurn } from './take-turn.ts'

type Installation = { databaseUrl: string; version: string }

/** Makes the scheduled backup if it is time, reads it back, notes how it went, and only then lets older ones go. */
export async function backUpWhenDue(ctx: Context, installation: Installation): Promise<void> {
  if (!ctx.config.backups.everyHours) return
  await takeTurn(ctx, async () => {
    const attempt = await attemptAt(ctx, installation)
    await noteBackup(ctx, attempt)
    if ('bytes' in attempt) await tidy(ctx)
    return 'bytes' in attempt
  })
}

async function attemptAt(ctx: Context, { databaseUrl, version }: Installation): Promise<Attempt> {
  const begunAt = ctx.clock.now()
  const file = join(ctx.config.backups.folder, nameAt(begunAt))
  try {
    await removeLeftOvers(ctx)
    const made = await makeBackup({ clock: ctx.clock, files: ctx.files, databaseUrl, version }, file)
    if (!made.ok) return { begunAt, file, problem: made.refusal }
    const checked = await checkBackup(file)
    if (checked.ok) return { begunAt, file, bytes: made.value.bytes }
    await rm(file, { force: true })
    return { begunAt, file, problem: checked.refusal }
  } catch (error) {
    ctx.log.error({ error, file }, 'the scheduled backup failed')
    return { begunAt, file, problem: diskProblem(error) ?? 'failed' }
  }
}

/** What a killed one left half written. It is our turn, so nobody is writing now. */
async function removeLeftOvers(ctx: Context): Promise<void> {
  const { folder } = ctx.config.backups
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(isLeftOver)) await rm(join(folder, name), { force: true })
}

async function tidy(ctx: Context): Promise<void> {
  const { folder, keepDays, keepWeeks } = ctx.config.backups
  for (const name of toRemove(await readdir(folder), { keepDays, keepWeeks }))
    await rm(join(folder, name), { force: true })
}
