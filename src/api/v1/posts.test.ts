import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { expect, test } from 'vitest'
import { openApi } from '#api/index.ts'
import { setContext } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { apiOf } from '#test/api.ts'
import { world, type World } from '#test/world.ts'

test('a like is put once and taken back once, and answers how the counts stand', async () => {
  const w = await world()
  const post = await w.given.post()
  const call = await apiOf(w, await w.given.member())
  const path = `/api/v1/posts/${post}/reactions/like`
  const answers = await Promise.all([1, 2, 3].map(() => call('PUT', path)))
  for (const answer of answers) expect(await answer.json()).toMatchObject({ likes: 1, reposts: 0 })
  expect(await (await call('DELETE', path)).json()).toMatchObject({ likes: 0 })
  expect((await w.ledger()).map((row) => row.kind)).toEqual(['post_published', 'like', 'unlike'])
})

test('a guest, a draft, another shop’s post and a made-up reaction are refused', async () => {
  const w = await world()
  const post = await w.given.post()
  const guest = await apiOf(w, w.given.guest())
  expect((await guest('PUT', `/api/v1/posts/${post}/reactions/like`)).status).toBe(401)
  const call = await apiOf(w, await w.given.member())
  const draft = await w.given.post({ state: 'draft' })
  const theirs = await (await world()).given.post()
  for (const path of [`${draft}/reactions/like`, `${theirs}/reactions/save`, 'x/reactions/like']) {
    expect((await call('PUT', `/api/v1/posts/${path}`)).status).toBe(404)
  }
  expect((await call('PUT', `/api/v1/posts/${post}/reactions/hug`)).status).toBe(404)
})

test('a member has one link of their own to a post', async () => {
  const w = await world()
  const post = await w.given.post()
  const call = await apiOf(w, await w.given.member())
  const path = `/api/v1/posts/${post}/share`
  const [first, second] = [await (await call('POST', path)).json(), await (await call('POST', path)).json()]
  expect(first).toEqual(second)
  expect(first).toMatchObject({ link: expect.stringMatching(/^http:\/\/[^/]+\/l\/\w{8}$/) })
  expect((await (await apiOf(w, w.given.guest()))('POST', path)).status).toBe(401)
  const draft = await w.given.post({ state: 'draft' })
  expect((await call('POST', `/api/v1/posts/${draft}/share`)).status).toBe(404)
})

/** Asks over a real socket, where a request without a body says nothing of its length. */
async function overTheWire(w: World, actor: Actor, method: string, path: string): Promise<number> {
  setContext(w.ctx)
  const listener = getRequestListener(openApi(async () => actor).fetch, { overrideGlobalObjects: false })
  const server = createServer((req, res) => void listener(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { host } = await w.ctx.db
    .selectFrom('shop_hosts')
    .select('host')
    .where('shop_id', '=', w.shopId)
    .executeTakeFirstOrThrow()
  const status = await new Promise<number>((resolve, reject) => {
    const asked = request({ port, method, path, headers: { host } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject).end()
  })
  server.close()
  return status
}

test('a reaction is taken back over the wire, by a request that has no body', async () => {
  const w = await world()
  const path = `/api/v1/posts/${await w.given.post()}/reactions/like`
  const ana = await w.given.member()
  expect(await overTheWire(w, ana, 'PUT', path)).toBe(200)
  expect(await overTheWire(w, ana, 'DELETE', path)).toBe(200)
  expect((await w.ledger()).map((row) => row.kind)).toEqual(['post_published', 'like', 'unlike'])
})
