import { rm, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { backUpWhenDue } from './back-up-when-due.ts'
import { findBackupState } from './queries.ts'

const HOUR = 3_600_000

test('a backup that cannot be made is told to the owner once a day, tried every hour, and said to be well again', async () => {
  const w = await world()
  const { ctx, clock, shopId, given } = w
  await given.owner()
  const { folder } = ctx.config.backups
  await rm(folder, { recursive: true, force: true })
  await writeFile(folder, 'a file where the folder should be')
  const run = () => backUpWhenDue(ctx, { databaseUrl: w.databaseUrl, version: '0.0.0-test' })
  const letters = () =>
    ctx.db
      .selectFrom('mails')
      .select(['kind', 'to_address', 'text_body'])
      .where('kind', '=', 'backup_failed')
      .execute()
  clock.advance(48 * HOUR)
  for (let hour = 0; hour < 26; hour++) {
    await run()
    clock.advance(HOUR)
  }
  expect(await letters()).toHaveLength(2)
  expect((await letters())[0]!.text_body).toContain('BACKUP_DIR')
  expect(await findBackupState(ctx, shopId)).toMatchObject({ failed: { problem: 'no_such_place' } })
  await rm(folder)
  await run()
  expect(await findBackupState(ctx, shopId)).toMatchObject({ failed: null, last: { at: clock.now() } })
  await rm(folder, { recursive: true })
  await writeFile(folder, 'again')
  clock.advance(25 * HOUR)
  await run()
  expect(await letters()).toHaveLength(3)
})
