import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { createTarPacker } from 'modern-tar'
import pg from 'pg'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { migrate } from '#platform/database/index.ts'
import { world } from '#test/world.ts'
import { checkBackup } from './check-backup.ts'
import { makeBackup } from './make-backup.ts'
import { MANIFEST, type Manifest } from './manifest.ts'
import { restoreBackup } from './restore-backup.ts'
import { backUp, emptyPlace, sourceOf, temporaryFolder } from './testing.ts'

async function smallBackup() {
  const w = await world()
  await w.given.order([{ variantId: (await w.given.product()).variantId }])
  await w.given.picture()
  const backup = await backUp(sourceOf(w))
  return { w, backup, bytes: await readFile(backup.path), copy: join(await temporaryFolder(), 'copy.tar') }
}

test('a backup cut off anywhere is refused', async () => {
  const { bytes, copy } = await smallBackup()
  const lastEntry = bytes.lastIndexOf('totals.json')
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: lastEntry + 512 }), async (length) => {
      await writeFile(copy, bytes.subarray(0, length))
      const { ok, refusal } = (await checkBackup(copy)) as { ok: boolean; refusal?: string }
      expect(ok).toBe(false)
      expect(['not_a_backup', 'backup_not_whole']).toContain(refusal)
    }),
    { numRuns: 60, examples: [[0], [1], [511], [512], [lastEntry], [lastEntry - 1]] }
  )
})

test('a backup changed anywhere is refused, or nothing of it changed', async () => {
  const { backup, bytes, copy } = await smallBackup()
  const kept = JSON.stringify([backup.manifest, backup.totals])
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const changed = Buffer.from(bytes)
      changed[at]! ^= change
      await writeFile(copy, changed)
      const checked = await checkBackup(copy)
      // What a tar pads with means nothing; then the digest of all that means something is still the same.
      if (checked.ok) expect(JSON.stringify([checked.value.manifest, checked.value.totals])).toBe(kept)
    }),
    { numRuns: 150 }
  )
  for (const word of ['orders', 'master', 'migrations']) {
    const changed = Buffer.from(bytes)
    changed.write('x', changed.indexOf(word))
    await writeFile(copy, changed)
    expect(await checkBackup(copy)).toMatchObject({ ok: false })
  }
})

test('what is no backup, missing or written by a newer layout is refused by name', async () => {
  const { backup, copy } = await smallBackup()
  await writeFile(copy, 'Handle,Title\ntee,Tee\n'.repeat(1_000))
  expect(await checkBackup(copy)).toMatchObject({ refusal: 'not_a_backup' })
  await writeFile(copy, await tar({ 'photos/a.txt': 'hello' }))
  expect(await checkBackup(copy)).toMatchObject({ refusal: 'not_a_backup' })
  expect(await checkBackup(`${copy}.gone`)).toMatchObject({ refusal: 'no_such_place' })
  await writeFile(copy, await tar({ [MANIFEST]: JSON.stringify({ ...backup.manifest, format: 2 }) }))
  expect(await checkBackup(copy)).toMatchObject({ refusal: 'backup_newer_format' })
})

test('a backup of a newer build, or of one whose tables were made otherwise, is refused before anything is touched', async () => {
  const { backup } = await smallBackup()
  const place = await emptyPlace()
  const other = (manifest: Partial<Manifest>) => ({
    ...backup,
    manifest: { ...backup.manifest, ...manifest }
  })
  const [first, ...rest] = backup.manifest.migrations
  const newer = { name: '9999-from-the-future.sql', sha256: '0'.repeat(64), appliedAt: '2030-01-01' }
  const fromNewer = other({ version: '9.0.0', migrations: [first!, ...rest, newer] })
  expect(await restoreBackup(place, fromNewer)).toMatchObject({
    refusal: 'backup_newer_build',
    detail: { version: '9.0.0' }
  })
  const changed = other({ migrations: [{ ...first!, sha256: '0'.repeat(64) }, ...rest] })
  expect(await restoreBackup(place, changed)).toMatchObject({ refusal: 'backup_other_build' })
  expect(await tablesIn(place.databaseUrl)).toEqual([])
})

test('a place that holds anything is refused and left as it is', async () => {
  const { w, backup } = await smallBackup()
  expect(await restoreBackup({ ...sourceOf(w), migrations: 'migrations' }, backup)).toMatchObject({
    refusal: 'database_not_empty'
  })
  const withFiles = await emptyPlace()
  await withFiles.files.put('pictures/1/a/master.jpg', Buffer.from('mine'))
  expect(await restoreBackup(withFiles, backup)).toMatchObject({ refusal: 'files_not_empty' })
  expect(await withFiles.files.exists('pictures/1/a/master.jpg')).toBe(true)
  expect(await tablesIn(withFiles.databaseUrl)).toEqual([])
})

test('a restore that broke off leaves nothing but word of itself: no start until it was done again', async () => {
  const { w, backup } = await smallBackup()
  const place = await emptyPlace()
  let puts = 0
  const failing = {
    ...place.files,
    put: async (...args: Parameters<typeof place.files.put>) => {
      if (++puts > 1) throw new Error('the disk went away')
      return place.files.put(...args)
    }
  }
  await expect(restoreBackup({ ...place, files: failing }, backup)).rejects.toThrow('the disk went away')
  expect(await tablesIn(place.databaseUrl)).toEqual(['restore_unfinished'])
  await expect(migrate(place.databaseUrl, 'migrations')).rejects.toThrow('torilla restore')
  await place.files.put('pictures/1/other/master.jpg', Buffer.from('of another backup'))
  expect(await restoreBackup(place, backup)).toMatchObject({ ok: true })
  expect(await place.files.exists('pictures/1/other/master.jpg')).toBe(false)
  expect((await Array.fromAsync(place.files.list(''))).sort()).toEqual(
    (await Array.fromAsync(w.ctx.files.list(''))).sort()
  )
  expect(await migrate(place.databaseUrl, 'migrations')).toEqual([])
})

test('a backup is never written over another, nor where nobody may write, and a picture that is gone is told', async () => {
  const { w, backup } = await smallBackup()
  expect(await makeBackup(sourceOf(w), backup.path)).toMatchObject({ refusal: 'file_exists' })
  expect(await makeBackup(sourceOf(w), join(backup.path, 'below-a-file.tar'))).toMatchObject({
    refusal: 'no_such_place'
  })
  const [master] = (await Array.fromAsync(w.ctx.files.list(''))).filter((key) => key.includes('master'))
  await w.ctx.files.remove(master!)
  const { totals } = await backUp(sourceOf(w))
  expect(totals.missing).toEqual({ count: 1, keys: [master] })
})

async function tablesIn(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public'"
    )
    return rows.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

function tar(files: Record<string, string>): Promise<Buffer> {
  const { readable, controller } = createTarPacker()
  const writing = (async () => {
    for (const [name, text] of Object.entries(files)) {
      const writer = controller.add({ name, size: Buffer.byteLength(text), type: 'file' }).getWriter()
      await writer.write(Buffer.from(text))
      await writer.close()
    }
    controller.finalize()
  })()
  return Promise.all([buffer(readable as never), writing]).then(([bytes]) => bytes)
}
