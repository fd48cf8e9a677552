import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyWorld, world } from '#test/world.ts'
import { backUpWhenDue } from './back-up-when-due.ts'
import { checkBackup } from './check-backup.ts'
import { findBackupState } from './queries.ts'

const HOUR = 3_600_000

test('a day after the shop opened one of two workers makes the backup, reads it back, and older ones go', async () => {
  const w = await world()
  const { ctx, clock, shopId } = w
  const { folder } = ctx.config.backups
  const installation = { databaseUrl: w.databaseUrl, version: '0.0.0-test' }
  const both = () => Promise.all([backUpWhenDue(ctx, installation), backUpWhenDue(ctx, installation)])
  await both()
  expect(await readdir(folder).catch(() => 'none')).toBe('none')
  const days: string[] = []
  for (let day = 0; day < 9; day++) {
    clock.advance(24 * HOUR)
    days.push(`scheduled-2026-07-${15 + day}T100000Z.tar`)
    if (day === 1) await writeFile(join(folder, '.scheduled-2026-07-15T120000Z.tar.part'), 'half')
    await both()
  }
  // Nine days from Wednesday on: the last seven, and Sunday among them for the week before.
  expect((await readdir(folder)).sort()).toEqual(days.slice(-7))
  expect(await checkBackup(join(folder, days.at(-1)!))).toMatchObject({ ok: true })
  const state = await findBackupState(ctx, shopId)
  expect(state).toMatchObject({ last: { at: clock.now(), bytes: expect.any(Number) }, failed: null })
  expect(state!.nextAt).toEqual(new Date(clock.now().getTime() + 24 * HOUR))
  expect(await findBackupState(ctx, shopId + 1)).toBeUndefined()
})

test('where no shop is, or backups are turned off, none is made', async () => {
  const ctx = await emptyWorld()
  await backUpWhenDue(ctx, { databaseUrl: 'postgres://nowhere', version: '0' })
  const w = await world()
  w.clock.advance(1_000 * HOUR)
  const off = { ...w.ctx, config: { ...w.ctx.config, backups: { ...w.ctx.config.backups, everyHours: 0 } } }
  await backUpWhenDue(off, { databaseUrl: 'postgres://nowhere', version: '0' })
  expect(
    await w.ctx.db.selectFrom('backups').select('id').where('ended_at', '>', w.clock.now()).execute()
  ).toEqual([])
})
