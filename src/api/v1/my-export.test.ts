import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'

test('a member fetches their own data as a file; whoever is not signed in is asked to', async () => {
  const w = await world()
  const PATH = '/api/v1/me/export.zip'
  const answer = await (await apiOf(w, await w.given.member()))('GET', `${PATH}?locale=nb`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  expect(Buffer.from(files['index.html']!).toString()).toContain('lang="nb"')
  expect((await (await apiOf(w, w.given.guest()))('GET', PATH)).status).toBe(401)
})
