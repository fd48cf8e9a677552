import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeS3, type FakeS3 } from './fake-s3.ts'
import { FileStoreFailed } from './files.ts'
import { s3Files } from './s3.ts'

let s3: FakeS3
beforeEach(async () => {
  s3 = await fakeS3()
})
afterEach(() => s3.close())

const spooledParts = async () => (await readdir(tmpdir())).filter((name) => /^torilla-.*\.part$/.test(name))

test('each call is one signed request to the bucket in the path', async () => {
  const files = s3Files(s3.config)
  await files.put('p/a_1.webp', Buffer.from('x'))
  await files.exists('p/a_1.webp')
  await files.exists('p/b.webp')
  await files.remove('p/a_1.webp')
  expect(s3.seen).toEqual([
    'PUT /torilla/p/a_1.webp 200',
    'HEAD /torilla/p/a_1.webp 200',
    'HEAD /torilla/p/b.webp 404',
    'DELETE /torilla/p/a_1.webp 204'
  ])
})

test('the type travels with the object', async () => {
  await s3Files(s3.config).put('a.avif', Buffer.from('x'), { contentType: 'image/avif' })
  expect(s3.objects.get('a.avif')?.type).toBe('image/avif')
})

test('a passing failure is tried again, with the whole body again', async () => {
  const files = s3Files(s3.config)
  s3.failNext(500, 503)
  await files.put('a.txt', Readable.from([Buffer.from('all of '), Buffer.from('it')]))
  expect(s3.objects.get('a.txt')?.body.toString()).toBe('all of it')
  s3.failNext(500)
  expect(await files.exists('a.txt')).toBe(true)
  expect(s3.seen.map((line) => line.slice(-3))).toEqual(['500', '503', '200', '500', '200'])
})

test('a lasting failure is thrown by type, and no part stays on this machine', async () => {
  const before = await spooledParts()
  s3.failNext(500, 500, 500, 500)
  const put = s3Files(s3.config).put('a.txt', Readable.from([Buffer.from('x')]))
  await expect(put).rejects.toMatchObject({ name: 'FileStoreFailed', status: 500 })
  expect(s3.objects.size).toBe(0)
  expect((await spooledParts()).filter((name) => !before.includes(name))).toEqual([])
})

test('a wrong secret is refused at once, without retries and without naming the secret', async () => {
  const files = s3Files({ ...s3.config, secretAccessKey: 'a-wrong-one' })
  const error = await files.put('a.txt', Buffer.from('x')).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(FileStoreFailed)
  expect(String(error)).toContain('403 (SignatureDoesNotMatch)')
  expect(String(error)).not.toContain('a-wrong-one')
  expect(s3.seen).toEqual(['PUT /torilla/a.txt 403'])
})

test('a bucket that is not there is an error to writers and listers, not an empty store', async () => {
  const files = s3Files({ ...s3.config, bucket: 'elsewhere' })
  await expect(files.put('a.txt', Buffer.from('x'))).rejects.toThrow('no such bucket')
  await expect(Array.fromAsync(files.list(''))).rejects.toThrow('no such bucket')
})

test('a server that is not there, or takes the request and says nothing, is given up', async () => {
  const gone = s3Files({ ...s3.config, endpoint: 'http://127.0.0.1:1' })
  const mute = createServer(() => {}).listen(0, '127.0.0.1')
  await once(mute, 'listening')
  const endpoint = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`
  const patient = s3Files({ ...s3.config, endpoint, timeoutMs: 50 })
  const given = await Promise.allSettled([gone.exists('a.txt'), patient.exists('a.txt')])
  expect(given.map((one) => one.status === 'rejected' && String(one.reason))).toEqual([
    'FileStoreFailed: S3 did not answer HEAD a.txt',
    'FileStoreFailed: S3 did not answer HEAD a.txt'
  ])
  mute.closeAllConnections()
  mute.close()
})

test('foreign names in the bucket are passed over', async () => {
  s3.objects.set('ours.txt', { body: Buffer.from('x'), type: 'text/plain' })
  s3.objects.set('theirs/with space', { body: Buffer.from('x'), type: 'text/plain' })
  expect(await Array.fromAsync(s3Files(s3.config).list(''))).toEqual(['ours.txt'])
})
