import { expect, test } from 'vitest'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'

async function given() {
  const w = await world()
  const id = await w.given.picture()
  return { w, id, base: `/media/${w.shopId}/${id}`, call: await apiOf(w, w.given.guest()) }
}

test('a size is served for ever, as what it is, and asked for again costs nothing', async () => {
  const { base, call } = await given()
  const answer = await call('GET', `${base}/40.jpg`)
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox"
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff')
  expect(answer.headers.get('content-length')).toBe(`${bytes.length}`)
  const headers = { 'if-none-match': answer.headers.get('etag') ?? '' }
  expect((await call('GET', `${base}/40.jpg`, undefined, { headers })).status).toBe(304)
  const head = await call('HEAD', `${base}/40.webp`)
  expect([head.status, head.headers.get('content-type')]).toEqual([200, 'image/webp'])
})

test('masters, tricks with paths, other shops’ pictures and sizes not made are not found', async () => {
  const { w, id, base, call } = await given()
  const other = await world()
  const theirs = await other.given.picture()
  const paths = [
    `${base}/41.jpg`,
    `${base}/40.png`,
    `${base}/master.jpg`,
    `${base}/..%2f${id}%2f40.jpg`,
    `${base}/40.jpg%00`,
    `/media/${w.shopId}/..%2f..%2f..%2fetc/40.jpg`,
    `/media/${w.shopId}/${theirs}/40.jpg`,
    `/media/${other.shopId}/${theirs}/40.jpg`,
    `/media/0${w.shopId}/${id}/40.jpg`
  ]
  for (const path of paths) {
    const answer = await call('GET', path)
    expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 404, 'no-store'])
  }
})
