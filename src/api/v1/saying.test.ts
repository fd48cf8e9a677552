import { expect, test } from 'vitest'
import { programOf } from '#test/api.ts'
import { world } from '#test/world.ts'

type Json = Record<string, never> & { id: string; version: number; slug: string }
const json = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Json
const v1 = (path: string) => `/api/v1${path}`

async function given() {
  const w = await world()
  const call = await programOf(w)
  const made = await call('POST', v1('/posts'), { title: 'Stripes', words: 'Fresh. #summer' })
  return { w, call, post: await json(made) }
}

test('a post is written, changed by its version, scheduled, published, taken down and brought back', async () => {
  const { w, call, post } = await given()
  expect(post).toMatchObject({ state: 'draft', title: 'Stripes', version: 2 })
  const path = v1(`/posts/${post.id}`)
  const etag = (await call('GET', path)).headers.get('etag')!
  const headers = { 'if-match': etag }
  expect((await call('PUT', path, { title: 'More stripes', words: 'x' }, { headers })).status).toBe(200)
  expect((await call('PUT', path, { title: 'Lost', words: 'x' }, { headers })).status).toBe(412)
  expect((await call('PUT', `${path}/publication`, undefined, { headers })).status).toBe(412)
  const past = await call('PUT', `${path}/schedule`, { at: '2020-01-01T00:00:00Z' })
  expect([past.status, (await json(past)).code]).toEqual([422, 'time_past'])
  expect((await call('PUT', `${path}/schedule`, { at: '2026-08-01T10:00:00+02:00' })).status).toBe(204)
  expect((await call('DELETE', `${path}/schedule`)).status).toBe(204)
  expect((await call('PUT', `${path}/publication`)).status).toBe(204)
  const [out] = (await json(call('GET', v1('/feed')))).posts as unknown as Json[]
  expect(out).toMatchObject({ id: post.id, title: 'More stripes' })
  expect((await json(call('GET', v1(`/feed/${out!.slug}`)))).title).toBe('More stripes')
  expect((await call('DELETE', `${path}/publication`)).status).toBe(204)
  expect((await call('GET', v1(`/feed/${out!.slug}`))).status).toBe(404)
  expect((await call('PUT', `${path}/restoration`)).status).toBe(204)
  expect((await w.ledger()).map(({ kind }) => kind)).toContain('post_published')
})

test('two drafts written at once are two posts', async () => {
  const { call } = await given()
  const write = (title: string) => call('POST', v1('/posts'), { title, words: 'x' })
  const made = await Promise.all(['A', 'B', 'C'].map(write))
  const ids = new Set((await Promise.all(made.map(json))).map(({ id }) => id))
  expect([made.map(({ status }) => status), ids.size]).toEqual([[201, 201, 201], 3])
})

test('a program takes part for its maker: likes, shares, comments, follows; and moderates', async () => {
  const { w, call } = await given()
  const post = await w.given.post()
  expect(await json(call('PUT', v1(`/posts/${post}/reactions/like`)))).toMatchObject({ likes: 1 })
  expect(await json(call('DELETE', v1(`/posts/${post}/reactions/like`)))).toMatchObject({ likes: 0 })
  expect((await json(call('POST', v1(`/posts/${post}/share`)))).link).toMatch(/\/l\//)
  const said = await json(call('POST', v1(`/posts/${post}/comments`), { words: 'In green!' }))
  expect((await call('PUT', v1(`/comments/${said.id}`), { words: 'In blue!' })).status).toBe(204)
  expect(await json(call('GET', v1(`/posts/${post}/comments`)))).toMatchObject({
    threads: [{ id: said.id, typed: 'In blue!' }]
  })
  expect((await call('PUT', v1(`/comments/${said.id}/hiding`))).status).toBe(204)
  expect((await call('DELETE', v1(`/comments/${said.id}/hiding`))).status).toBe(204)
  expect((await call('DELETE', v1(`/comments/${said.id}`))).status).toBe(204)
  expect(await json(call('PUT', v1('/follow')))).toEqual({ following: true })
  expect(await json(call('GET', v1('/follow')))).toEqual({ following: true })
  expect(await json(call('DELETE', v1('/follow')))).toEqual({ following: false })
})

test('a key without moderation does not see what is hidden', async () => {
  const { w, call } = await given()
  const post = await w.given.post()
  const said = await json(call('POST', v1(`/posts/${post}/comments`), { words: 'Rude' }))
  await call('PUT', v1(`/comments/${said.id}/hiding`))
  const wordsFor = async (scopes: Parameters<typeof programOf>[1]) => {
    const answer = await (await programOf(w, scopes))('GET', v1(`/posts/${post}/comments`))
    return ((await json(answer)).threads as unknown as { words: unknown[] }[])[0]?.words ?? []
  }
  expect(await wordsFor(['comments.moderate'])).toEqual(['Rude'])
  expect(await wordsFor(['take.part'])).toEqual([])
})

test('links, search, results and a member’s own page', async () => {
  const { w, call } = await given()
  await w.given.product({ title: 'Herring tee' })
  await w.given.post({ title: 'Herring day' })
  const link = await json(call('POST', v1('/links'), { target: { path: '/products' }, code: 'bio' }))
  expect(link).toMatchObject({ code: 'bio', state: 'open' })
  expect((await json(call('GET', v1('/search?q=herr')))).products).toMatchObject([{ title: 'Herring tee' }])
  expect((await call('GET', v1('/results/link/bio?days=7'))).status).toBe(200)
  expect((await call('GET', v1('/results/link/none'))).status).toBe(404)
  expect((await call('GET', v1('/results/flow'))).status).toBe(200)
  expect((await json(call('GET', v1('/results/next-steps')))).steps).toMatchObject([
    { kind: 'drafts', count: 1 }
  ])
  expect(await json(call('PUT', v1('/me'), { name: 'Ada', handle: 'ada', locale: 'nb' }))).toMatchObject({
    name: 'Ada',
    role: 'owner'
  })
  expect(await json(call('PUT', v1('/me/avatar'), { pictureId: null }))).toMatchObject({ avatar: null })
  for (const path of ['/me', '/me/orders', '/me/saves', '/me/reposts'])
    expect((await call('GET', v1(path))).status).toBe(200)
})
