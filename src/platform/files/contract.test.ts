import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { fakeS3 } from './fake-s3.ts'
import { createFiles, FileKeyRefused } from './index.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

const stores = {
  local: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'torilla-files-'))
    closers.push(() => rm(folder, { recursive: true }))
    return createFiles({ kind: 'local', folder })
  },
  s3: async () => {
    const s3 = await fakeS3()
    closers.push(s3.close)
    return createFiles({ kind: 's3', ...s3.config })
  }
}

const slices = (bytes: Buffer, size: number) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    })()
  )

describe.each(Object.entries(stores))('files in %s', (_name, openStore) => {
  test('what was put comes back with its size, type and a stable tag', async () => {
    const files = await openStore()
    await files.put('photos/a/w160.webp', Buffer.from('drawing'), { contentType: 'image/webp' })
    const found = await files.open('photos/a/w160.webp')
    expect(found).toMatchObject({ size: 7, contentType: 'image/webp', etag: expect.stringMatching(/^".+"$/) })
    expect((await buffer(found!.stream)).toString()).toBe('drawing')
    const again = await files.open('photos/a/w160.webp')
    again!.stream.destroy()
    expect(again!.etag).toBe(found!.etag)
  })

  test('a second put replaces the first, and its tag', async () => {
    const files = await openStore()
    await files.put('a.txt', Buffer.from('first'))
    const before = await files.open('a.txt')
    await buffer(before!.stream)
    await files.put('a.txt', Buffer.from('the second'))
    const after = await files.open('a.txt')
    expect((await buffer(after!.stream)).toString()).toBe('the second')
    expect(after!.etag).not.toBe(before!.etag)
  })

  test('five megabytes pass as a stream, and nothing at all passes too', async () => {
    const files = await openStore()
    const bytes = randomBytes(5_000_000)
    await files.put('big.bin', slices(bytes, 70_001))
    await files.put('empty.txt', Readable.from([]))
    const big = await files.open('big.bin')
    expect(big).toMatchObject({ size: bytes.length, contentType: 'application/octet-stream' })
    expect((await buffer(big!.stream)).equals(bytes)).toBe(true)
    const empty = await files.open('empty.txt')
    expect(empty?.size).toBe(0)
    expect(await buffer(empty!.stream)).toHaveLength(0)
  })

  test('what is absent is undefined, and may be removed again', async () => {
    const files = await openStore()
    await files.put('here.txt', Buffer.from('x'))
    expect(await files.exists('here.txt')).toBe(true)
    await files.remove('here.txt')
    await files.remove('here.txt')
    expect(await files.exists('here.txt')).toBe(false)
    expect(await files.open('here.txt')).toBeUndefined()
    expect(await files.open('no/such/folder.txt')).toBeUndefined()
  })

  test('a folder lists what is below it and nothing beside it', async () => {
    const files = await openStore()
    const keys = ['p/a/1.txt', 'p/a/2.txt', 'p/a/deep/3.txt', 'p/ab/4.txt', 'q.txt']
    for (const key of keys) await files.put(key, Buffer.from(key))
    expect((await Array.fromAsync(files.list('p/a/'))).sort()).toEqual(keys.slice(0, 3))
    expect((await Array.fromAsync(files.list(''))).sort()).toEqual(keys)
    expect(await Array.fromAsync(files.list('none/'))).toEqual([])
  })

  test('a source that breaks off leaves nothing behind', async () => {
    const files = await openStore()
    await files.put('kept.txt', Buffer.from('whole'))
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half')
        throw new Error('the line went dead')
      })()
    )
    await expect(files.put('kept.txt', broken)).rejects.toThrow('the line went dead')
    expect((await buffer((await files.open('kept.txt'))!.stream)).toString()).toBe('whole')
    expect(await Array.fromAsync(files.list(''))).toEqual(['kept.txt'])
  })

  test('every door refuses a path trick, and a type its extension denies', async () => {
    const files = await openStore()
    const key = '../escape.txt'
    await expect(files.put(key, Buffer.from('x'))).rejects.toThrow(FileKeyRefused)
    await expect(files.open(key)).rejects.toThrow(FileKeyRefused)
    await expect(files.remove(key)).rejects.toThrow(FileKeyRefused)
    await expect(files.exists(key)).rejects.toThrow(FileKeyRefused)
    await expect(
      Array.fromAsync(
        (async function* () {
          yield* files.list('../')
        })()
      )
    ).rejects.toThrow(FileKeyRefused)
    await expect(files.put('a.png', Buffer.from('x'), { contentType: 'text/html' })).rejects.toThrow(
      'served as'
    )
    expect(await Array.fromAsync(files.list(''))).toEqual([])
  })
})
