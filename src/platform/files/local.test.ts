import { mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { localFiles, sweepParts } from './local.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'torilla-local-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('while a file is being replaced, readers still see the old one whole', async () => {
  const files = localFiles(folder)
  await files.put('a.txt', Buffer.from('old'))
  let seen = ''
  const slow = Readable.from(
    (async function* () {
      yield Buffer.from('new, ')
      seen = await readFile(join(folder, 'a.txt'), 'utf8')
      yield Buffer.from('and longer')
    })()
  )
  await files.put('a.txt', slow)
  expect(seen).toBe('old')
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('new, and longer')
  expect(await readdir(join(folder, '.parts'))).toEqual([])
})

test('many writers of one key leave one whole file', async () => {
  const files = localFiles(folder)
  const bodies = Array.from({ length: 20 }, (_, n) => String(n).repeat(10_000))
  await Promise.all(bodies.map((body) => files.put('x/y/z.txt', Buffer.from(body))))
  expect(bodies).toContain(await readFile(join(folder, 'x/y/z.txt'), 'utf8'))
})

test('a folder is no file: it is neither opened, counted nor removed', async () => {
  const files = localFiles(folder)
  await files.put('x/y.txt', Buffer.from('1'))
  expect(await files.open('x')).toBeUndefined()
  expect(await files.exists('x')).toBe(false)
  await files.remove('x')
  expect(await files.exists('x/y.txt')).toBe(true)
  expect(await files.exists('x/y.txt/z.txt')).toBe(false)
})

test('a link out of the folder is not listed', async () => {
  await symlink('/etc', join(folder, 'etc'))
  expect(await Array.fromAsync(localFiles(folder).list(''))).toEqual([])
})

test('a sweep takes parts left by a crash, and only those older than asked', async () => {
  await localFiles(folder).put('a.txt', Buffer.from('1'))
  for (const name of ['old', 'young']) await writeFile(join(folder, '.parts', name), 'half')
  await utimes(join(folder, '.parts', 'old'), new Date('2026-01-01'), new Date('2026-01-01'))
  expect(await sweepParts(folder, new Date('2026-01-02'))).toBe(1)
  expect(await readdir(join(folder, '.parts'))).toEqual(['young'])
  expect(await sweepParts(join(folder, 'never-used'), new Date())).toBe(0)
})
