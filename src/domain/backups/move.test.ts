import { expect, onTestFinished, test } from 'vitest'
import { createFiles } from '#platform/files/index.ts'
import { fakeS3 } from '#platform/files/fake-s3.ts'
import { contentsOf, filesOf } from '#test/contents.ts'
import { hasPostgres15, startPostgres15 } from '#test/postgres-15.ts'
import { world } from '#test/world.ts'
import { restoreBackup } from './restore-backup.ts'
import { backUp, emptyPlace, sourceOf } from './testing.ts'

const clock = { now: () => new Date('2026-07-14T10:00:00Z') }

test.runIf(hasPostgres15)(
  'a shop moves to PostgreSQL 15 and a bucket, and back, and is the same in every row and picture',
  async () => {
    const w = await world()
    const pictures = [await w.given.picture(), await w.given.picture()]
    await w.given.post({
      pictures: pictures.map((id) => ({ id, alt: 'Ørret, särki' })),
      words: 'On the quay'
    })
    const { variantId } = await w.given.product({ stock: 3 })
    await w.given.order([{ variantId }])
    await w.settle()
    const [rows, files] = [await contentsOf(w.databaseUrl), await filesOf(w.ctx.files)]

    const old = startPostgres15()
    onTestFinished(old.stop)
    const s3 = await fakeS3()
    onTestFinished(s3.close)
    const there = { ...(await emptyPlace(old.url)), files: createFiles({ kind: 's3', ...s3.config }) }
    expect(await restoreBackup(there, await backUp(sourceOf(w)))).toMatchObject({ ok: true })
    expect(await contentsOf(there.databaseUrl)).toEqual(rows)
    expect(await filesOf(there.files)).toEqual(files)

    const back = await emptyPlace()
    const returning = await backUp({ ...there, clock, version: '0.0.0-test' })
    expect(returning.manifest.postgres).toMatch(/^15/)
    expect(await restoreBackup(back, returning)).toMatchObject({ ok: true })
    expect(await contentsOf(back.databaseUrl)).toEqual(rows)
    expect(await filesOf(back.files)).toEqual(files)
    expect(Object.keys(files).length).toBeGreaterThan(4)
  }
)
