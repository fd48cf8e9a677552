import { afterAll, expect, test } from 'vitest'
import { closeLiveStreams } from '#api/live.ts'
import type { Context } from '#context'
import type { Counts } from '#domain/posts/index.ts'
import { react } from '#domain/reactions/index.ts'
import { connect, openPulse } from '#platform/database/index.ts'
import { apiOf } from '#test/api.ts'
import { world, type World } from '#test/world.ts'

afterAll(closeLiveStreams)

/** A second process on the same database: its own pool, its own ear. */
async function secondProcess(w: World): Promise<Context> {
  const { db, close } = connect(w.databaseUrl, { max: 4 })
  const pulse = await openPulse(w.databaseUrl, () => {})
  afterAll(async () => {
    await pulse.close()
    await close()
  })
  return { ...w.ctx, db, pulse }
}

/** Reads a stream's counts until they satisfy; fails with the test's own time when they never do. */
async function until(answer: Response, enough: (counts: Record<string, Counts>) => boolean): Promise<number> {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  const counts: Record<string, Counts> = {}
  let events = 0
  for (let text = ''; ;) {
    const { done, value } = await reader.read()
    if (done) throw new Error('The stream ended')
    text += value
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const data = /^event: counts\ndata: (.*)$/m.exec(text.slice(0, end))?.[1]
      text = text.slice(end + 2)
      if (data) events++
      if (data) Object.assign(counts, JSON.parse(data))
      if (enough(counts)) return reader.cancel().then(() => events)
    }
  }
}

test('a like in one process moves the count of whoever watches in another', async () => {
  const w = await world()
  const postId = await w.given.post()
  const other = await secondProcess(w)
  const watching = await (
    await apiOf({ ...w, ctx: other }, w.given.guest())
  )('GET', `/api/v1/live?posts=${postId}`)
  expect(watching.headers.get('content-type')).toBe('text/event-stream')
  const seen = until(watching, (counts) => counts[postId]?.likes === 1)
  expect(await react(w.ctx, await w.given.member(), { postId, kind: 'like' })).toMatchObject({ ok: true })
  expect(await seen).toBe(1)
})

test('a rush of likes is told in few events, and only to those who watch that post', async () => {
  const w = await world()
  const [postId, quiet] = [await w.given.post(), await w.given.post()]
  const call = await apiOf(w, w.given.guest())
  const busy = until(await call('GET', `/api/v1/live?posts=${postId},${quiet}`), (counts) => {
    expect(counts[quiet]).toBeUndefined()
    return counts[postId]?.likes === 40
  })
  const people = await Promise.all(Array.from({ length: 40 }, () => w.given.member()))
  await Promise.all(people.map((person) => react(w.ctx, person, { postId, kind: 'like' })))
  expect(await busy).toBeLessThan(20)
})

test('another shop’s posts stay silent, nonsense is refused, and shutting down ends every stream', async () => {
  const w = await world()
  const other = await world()
  const theirs = await other.given.post()
  const call = await apiOf(w, w.given.guest())
  for (const posts of ['', 'x', `${theirs},'`, Array.from({ length: 61 }, () => w.ctx.ids.next()).join()]) {
    expect((await call('GET', `/api/v1/live?posts=${posts}`)).status).toBe(422)
  }
  const stream = await call('GET', `/api/v1/live?posts=${theirs}`)
  await react(other.ctx, await other.given.member(), { postId: theirs, kind: 'like' })
  await other.settle()
  setTimeout(closeLiveStreams, 400)
  expect(await stream.text()).not.toContain('counts')
})

test('one address may hold twenty streams, and leaving makes room', async () => {
  const w = await world()
  const postId = await w.given.post()
  const call = await apiOf(w, w.given.guest())
  const open = async () => call('GET', `/api/v1/live?posts=${postId}`)
  const streams = await Promise.all(Array.from({ length: 20 }, open))
  expect(new Set(streams.map((one) => one.status))).toEqual(new Set([200]))
  expect((await open()).status).toBe(429)
  await streams[0]!.body!.cancel()
  expect((await open()).status).toBe(200)
  closeLiveStreams()
})
