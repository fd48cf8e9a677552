import { expect, test } from 'vitest'
import { createCampaign } from '#domain/campaigns/index.ts'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'

const PATH = '/api/v1/campaigns'

async function given(campaigns = 0) {
  const w = await world()
  const owner = await w.given.owner()
  for (let i = 0; i < campaigns; i++) {
    w.clock.advance(1_000)
    await createCampaign(w.ctx, owner, { name: `Campaign ${i}` })
  }
  return { w, owner, call: await apiOf(w, owner) }
}

type Page = { campaigns: { id: string; name: string }[]; next: string | null }

test('a list is read page by page, each thing once, by the cursor or by the Link header', async () => {
  const { call } = await given(5)
  const names: string[] = []
  let path: string | undefined = `${PATH}?limit=2`
  while (path) {
    const answer = await call('GET', path)
    const page = (await answer.json()) as Page
    names.push(...page.campaigns.map(({ name }) => name))
    path = /^<(.*)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1]
    expect(Boolean(path)).toBe(page.next !== null)
  }
  expect(names).toEqual([4, 3, 2, 1, 0].map((i) => `Campaign ${i}`))
})

test('a cursor that was changed, made up, another list’s or another shop’s is refused, never an error', async () => {
  const { call } = await given(3)
  const { next } = (await (await call('GET', `${PATH}?limit=1`)).json()) as { next: string }
  const forged = Buffer.from(JSON.stringify([0, 'not a uuid'])).toString('base64url')
  const changed = `A${next.slice(1)}`
  const tries = [
    changed,
    `${next}x`,
    next.slice(0, -1),
    forged,
    `${forged}.${next.split('.')[1]}`,
    '.',
    'null',
    '%00'
  ]
  for (const cursor of tries) {
    const answer = await call('GET', `${PATH}?cursor=${cursor}`)
    expect([cursor, answer.status, await answer.json()]).toMatchObject([
      cursor,
      422,
      { code: 'cursor_invalid' }
    ])
  }
  const other = await given(3)
  expect((await other.call('GET', `${PATH}?cursor=${next}`)).status).toBe(422)
  expect((await call('GET', `${PATH}?limit=1&cursor=${next}`)).status).toBe(200)
})

test('only the fields that are asked for are sent, of a list and of a thing; an unknown parameter is refused', async () => {
  const { call } = await given(2)
  const page = (await (await call('GET', `${PATH}?limit=1&fields=id,name,nonsense`)).json()) as Page
  expect(page).toEqual({
    campaigns: [{ id: expect.any(String), name: 'Campaign 1' }],
    next: expect.any(String)
  })
  const one = await call('GET', `${PATH}/${page.campaigns[0]!.id}?fields=slug`)
  expect(Object.keys((await one.json()) as object)).toEqual(['slug'])
  const wrong = await call('GET', `${PATH}?archivd=true`)
  expect([wrong.status, await wrong.json()]).toMatchObject([
    422,
    { code: 'invalid', detail: { field: 'archivd' } }
  ])
  expect((await call('GET', `${PATH}?fields=a b`)).status).toBe(422)
})

test('what has not changed is not sent again', async () => {
  const { call } = await given(1)
  const first = await call('GET', PATH)
  const etag = first.headers.get('etag')!
  const again = await call('GET', PATH, undefined, { headers: { 'if-none-match': `"x", W/${etag}` } })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  const head = await call('HEAD', PATH)
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
  await call('POST', PATH, { name: 'More' })
  expect((await call('GET', PATH, undefined, { headers: { 'if-none-match': etag } })).status).toBe(200)
})

test('a body is JSON of known fields, and what does not fit is named', async () => {
  const { call } = await given()
  const send = async (text: string, type = 'application/json') => {
    const answer = await call('POST', PATH, undefined, { text, headers: { 'content-type': type } })
    return [answer.status, await answer.json()]
  }
  expect(await send('{"name":')).toMatchObject([400, { code: 'malformed' }])
  expect(await send('name=x', 'application/x-www-form-urlencoded')).toMatchObject([
    415,
    { code: 'unsupported_type' }
  ])
  expect(await send('{"name":"x","colour":"red"}')).toMatchObject([422, { detail: { field: 'colour' } }])
  expect(await send('{"name":"x","startsAt":"soon"}')).toMatchObject([422, { detail: { field: 'startsAt' } }])
  expect(await send('{"name":" "}')).toMatchObject([422, { code: 'invalid', detail: { field: 'name' } }])
  expect(await send(`{"name":"${'x'.repeat(300_000)}"}`)).toMatchObject([413, { code: 'too_large' }])
})

test('each answer tells how many requests are left, and too many are put off', async () => {
  const { w, call } = await given()
  const first = await call('GET', PATH)
  expect([first.headers.get('ratelimit-policy'), first.headers.get('ratelimit')]).toEqual([
    '"visitor";q=600;w=60',
    '"visitor";r=599;t=1'
  ])
  for (let i = 0; i < 599; i++) await call('OPTIONS', PATH)
  expect((await call('GET', PATH)).status).toBe(200)
  for (let i = 0; i < 598; i++) await call('GET', '/api/v1/nowhere')
  const over = await call('GET', PATH)
  expect([over.status, over.headers.get('retry-after'), await over.json()]).toMatchObject([
    429,
    '1',
    { code: 'too_many_requests' }
  ])
  expect(over.headers.get('ratelimit')).toBe('"visitor";r=0;t=60')
  expect((await (await apiOf(w, await w.given.owner()))('GET', PATH)).status).toBe(200)
  w.clock.advance(100)
  expect((await call('GET', PATH)).status).toBe(200)
})

test('pages of other origins may ask with a key and read the answer, and are never given a cookie’s', async () => {
  const { call } = await given()
  const headers = { origin: 'https://app.example', 'access-control-request-method': 'POST' }
  const asked = await call('OPTIONS', PATH, undefined, { headers })
  expect(asked.status).toBe(204)
  expect(asked.headers.get('access-control-allow-headers')).toContain('Authorization')
  const answer = await call('GET', PATH, undefined, { headers })
  for (const one of [asked, answer]) {
    expect(one.headers.get('access-control-allow-origin')).toBe('*')
    expect(one.headers.get('access-control-allow-credentials')).toBeNull()
  }
  expect(answer.headers.get('access-control-expose-headers')).toContain('RateLimit')
})
