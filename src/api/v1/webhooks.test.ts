import { expect, test } from 'vitest'
import { EVENT_TYPES, fanOutWebhooks, sendWebhooks } from '#domain/webhooks/index.ts'
import { likes, receiver } from '#domain/webhooks/testing.ts'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'

const PATH = '/api/v1/webhooks'

type Made = { id: string; secret: string }

async function made(url: string) {
  const w = await world()
  const call = await apiOf(w, await w.given.owner())
  const answer = await call('POST', PATH, { url, events: ['post.liked'], note: 'Warehouse' })
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store'])
  const { id, secret } = (await answer.json()) as Made
  const json = async (path: string) => (await call('GET', `${PATH}/${id}${path}`)).json()
  const status = async (method: string, path = '', body?: unknown) =>
    (await call(method, `${PATH}/${id}${path}`, body)).status
  return { w, call, id, secret, json, status }
}

test('a webhook is made, changed, held back, given a new secret and deleted', async () => {
  const { call, id, secret, json, status } = await made('http://127.0.0.1:9/hook')
  expect(await json('')).toMatchObject({ state: 'active', events: ['post.liked'], note: 'Warehouse' })
  expect(await json('')).not.toHaveProperty('secret')
  expect(await json('/secret')).toEqual({ secret })
  expect(await status('PATCH', '', { events: ['order.paid', 'post.liked'] })).toBe(204)
  expect(await json('')).toMatchObject({ note: 'Warehouse', events: ['order.paid', 'post.liked'] })
  expect(await status('PUT', '/pause')).toBe(204)
  expect(await json('')).toMatchObject({ state: 'paused' })
  expect(await status('POST', '/test')).toBe(422)
  expect(await status('DELETE', '/pause')).toBe(204)
  expect(await status('DELETE', '/disablement')).toBe(422)
  const rotated = (await (await call('POST', `${PATH}/${id}/secret`)).json()) as Made
  expect(rotated.secret).not.toBe(secret)
  expect(await json('/secret')).toEqual({ secret: rotated.secret })
  expect(await status('DELETE')).toBe(204)
  expect(await (await call('GET', PATH)).json()).toEqual({ webhooks: [] })
  expect((await call('POST', PATH, { url: 'javascript:1', events: ['post.liked'] })).status).toBe(422)
  expect((await call('POST', PATH, { url: 'https://a.example', events: ['view'] })).status).toBe(422)
})

test('its log says what was sent and answered; a delivery is sent again under the same id', async () => {
  const there = await receiver((_, res) => res.writeHead(500).end('no room'))
  const { w, id, json, status } = await made(there.url)
  await likes(w, [w.ctx.ids.next()])
  await fanOutWebhooks(w.ctx, w.shopId)
  await sendWebhooks(w.ctx, w.shopId, id)
  expect(await status('POST', '/test')).toBe(204)
  await sendWebhooks(w.ctx, w.shopId, id)
  const { deliveries, next } = (await json('/deliveries')) as {
    deliveries: Record<string, string>[]
    next: string
  }
  expect([deliveries.map(({ type }) => type), next]).toEqual([['webhook.test', 'post.liked'], null])
  const [liked] = deliveries.slice(1)
  const one = await json(`/deliveries/${liked!.id}`)
  expect(one).toMatchObject({
    ...{ state: 'waiting', tries: 1, status: 500, messageId: there.heard[0]!.id, body: there.heard[0]!.body },
    log: [{ n: 1, status: 500, problem: 'status_500', answer: 'no room' }]
  })
  expect(await status('POST', `/deliveries/${liked!.id}/replay`)).toBe(422)
  expect(await json('/deliveries?state=delivered')).toMatchObject({ deliveries: [] })
  expect(await json('/deliveries?state=lost')).toMatchObject({ code: 'invalid' })
})

test('webhooks are the owner’s, and another shop’s are unknown', async () => {
  const { w, id } = await made('http://127.0.0.1:9/hook')
  const other = await world()
  const stranger = await apiOf(other, await other.given.owner())
  const ways: [string, string, unknown?][] = [
    ['GET', ''],
    ['PATCH', '', { note: 'mine' }],
    ['GET', '/secret'],
    ['POST', '/secret'],
    ['PUT', '/pause'],
    ['POST', '/test'],
    ['GET', '/deliveries'],
    ['POST', '/replay'],
    ['GET', `/deliveries/${id}`],
    ['POST', `/deliveries/${id}/replay`],
    ['DELETE', '']
  ]
  for (const [method, path, body] of ways) {
    expect([method, path, (await stranger(method, `${PATH}/${id}${path}`, body)).status]).toEqual([
      method,
      path,
      404
    ])
  }
  for (const role of ['marketer', 'moderator', 'clerk', 'member'] as const) {
    const call = await apiOf(w, await w.given.member({ role }))
    for (const [method, path, body] of ways)
      expect((await call(method, `${PATH}/${id}${path}`, body)).status).toBe(403)
    expect((await call('GET', PATH)).status).toBe(403)
  }
})

test('the API’s description names everything that is sent, and what is said to be readable there is', async () => {
  const w = await world()
  const call = await apiOf(w, w.given.guest())
  const document = (await (await call('GET', '/api/v1/openapi.json')).json()) as {
    webhooks: Record<string, { post: { requestBody: { content: Record<string, { schema: object }> } } }>
    paths: Record<string, object>
  }
  expect(Object.keys(document.webhooks).sort()).toEqual([...EVENT_TYPES, 'webhook.test'].sort())
  const { schema } = document.webhooks['order.paid']!.post.requestBody.content['application/json']!
  expect(schema).toMatchObject({ properties: { type: { enum: ['order.paid'] }, data: { type: 'object' } } })
  expect(document.paths).toHaveProperty('/api/v1/imports/{id}')
})
