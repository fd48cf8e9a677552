import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { replayDelivery, rotateSecret, sendWebhooks, setWebhookPaused, wakeWebhooks } from './index.ts'
import { attempt } from './attempt.ts'
import { claim, LEASE_SECONDS } from './claim.ts'
import { hooked, likes, receiver } from './testing.ts'

const MINUTE = 60_000

test('what happened is told once, signed so that the standard’s own library believes it, and nothing forged', async () => {
  const w = await world()
  w.clock.set(new Date())
  const there = await receiver()
  const hook = await hooked(w, { url: there.url })
  const postId = w.ctx.ids.next()
  await likes(w, [postId])
  await hook.flow()
  await hook.flow()
  expect(there.heard).toHaveLength(1)
  const [{ body, headers, data }] = there.heard as [(typeof there.heard)[0]]
  expect(new Webhook(hook.secret).verify(body, headers)).toMatchObject({
    type: 'post.liked',
    data: { postId }
  })
  expect(data.postId).toBe(postId)
  const forged = body.replace(postId, w.ctx.ids.next())
  expect(() => new Webhook(hook.secret).verify(forged, headers)).toThrow('No matching signature')
  expect(await hook.deliveries()).toMatchObject([{ state: 'delivered', tries: 1, last_status: 200 }])
})

test('a new secret signs beside the old one for a day, then alone', async () => {
  const w = await world()
  w.clock.set(new Date())
  const there = await receiver()
  const hook = await hooked(w, { url: there.url })
  const rotated = await rotateSecret(w.ctx, hook.owner, hook.id)
  if (!rotated.ok) throw new Error(rotated.refusal)
  await likes(w, [w.ctx.ids.next()])
  await hook.flow()
  const verify = (secret: string, n: number) =>
    new Webhook(secret).verify(there.heard[n]!.body, there.heard[n]!.headers)
  verify(hook.secret, 0)
  verify(rotated.value.secret, 0)
  w.clock.advance(24 * 60 * MINUTE)
  await likes(w, [w.ctx.ids.next()])
  await hook.flow()
  expect(there.heard[1]!.headers['webhook-signature']).toMatch(/^v1,[^ ]+$/)
})

test('a failed delivery comes again by its schedule, under the same id, and what follows it waits; others do not', async () => {
  const w = await world()
  let fail = true
  const [stuck, free] = [w.ctx.ids.next(), w.ctx.ids.next()]
  const there = await receiver(({ data }, res) => {
    res.statusCode = fail && data.postId === stuck ? 500 : 200
    res.end('because')
  })
  const hook = await hooked(w, { url: there.url })
  const member = w.ctx.ids.next()
  await likes(w, [stuck, stuck, free], member)
  await hook.flow()
  const posts = () => there.heard.map(({ data }) => (data.postId === stuck ? 'stuck' : 'free'))
  expect(posts().sort()).toEqual(['free', 'stuck'])
  const [first, second] = await hook.deliveries()
  expect(first).toMatchObject({ state: 'waiting', tries: 1, last_status: 500, last_problem: 'status_500' })
  expect(second).toMatchObject({ state: 'waiting', tries: 0, next_try_at: null })
  const wait = first!.next_try_at!.getTime() - w.clock.now().getTime()
  expect(wait).toBeGreaterThanOrEqual(5_000)
  expect(wait).toBeLessThanOrEqual(6_000)
  fail = false
  w.clock.advance(4_999)
  await hook.send()
  expect(there.heard).toHaveLength(2)
  w.clock.advance(1_001)
  await hook.send()
  expect(posts().filter((post) => post === 'stuck')).toHaveLength(3)
  const ids = there.heard.filter(({ data }) => data.postId === stuck).map(({ id }) => id)
  expect([ids[0] === ids[1], ids[1] === ids[2]]).toEqual([true, false])
})

test('Retry-After is kept to, and after ten tries the next in line has its turn', async () => {
  const w = await world()
  const post = w.ctx.ids.next()
  const there = await receiver((_, res) => res.writeHead(503, { 'retry-after': '900' }).end())
  const hook = await hooked(w, { url: there.url })
  await likes(w, [post, post])
  await hook.fanOut()
  const tries: number[] = []
  for (let n = 0; n < 10; n++) {
    await hook.send()
    const [first] = await hook.deliveries()
    tries.push((first!.next_try_at?.getTime() ?? NaN) - w.clock.now().getTime())
    // Failing since the beginning: five days are not over yet.
    if (first!.next_try_at) w.clock.set(first!.next_try_at)
  }
  expect(tries.slice(0, 2)).toEqual([900_000, 900_000])
  expect(tries[2]).toBeGreaterThanOrEqual(30 * MINUTE)
  expect(tries[2]).toBeLessThanOrEqual(36 * MINUTE)
  expect(await hook.deliveries()).toMatchObject([{ state: 'failed', tries: 10 }, { tries: 1 }])
})

test('a worker that dies between sending and noting sends again under the same id, before what follows', async () => {
  const w = await world()
  const there = await receiver()
  const hook = await hooked(w, { url: there.url })
  const post = w.ctx.ids.next()
  await likes(w, [post, post])
  await hook.fanOut()
  const [taken] = await claim(w.ctx, w.shopId, hook.id, 16)
  await attempt(w.ctx, { url: there.url, secrets: [hook.secret] }, taken!)
  await hook.send()
  expect(there.heard).toHaveLength(1)
  w.clock.advance(LEASE_SECONDS * 1_000)
  await hook.send()
  const [once, again, next] = there.heard.map(({ id }) => id)
  expect([once === again, next === once, there.heard.length]).toEqual([true, false, 3])
  const outbox = () => w.ctx.db.selectFrom('outbox').select('topic').where('shop_id', '=', w.shopId).execute()
  const before = (await outbox()).length
  await likes(w, [post])
  await hook.fanOut()
  await claim(w.ctx, w.shopId, hook.id, 16)
  w.clock.advance(2 * LEASE_SECONDS * 1_000)
  await wakeWebhooks(w.ctx, w.shopId)
  expect((await outbox()).length).toBe(before + 2)
})

test('three workers at once keep each subject in order and send nothing twice', async () => {
  const w = await world()
  const there = await receiver((_, res) => setTimeout(() => res.end(), Math.random() * 8))
  const hook = await hooked(w, { url: there.url })
  const posts = Array.from({ length: 12 }, () => w.ctx.ids.next())
  const member = w.ctx.ids.next()
  for (let round = 0; round < 5; round++) await likes(w, posts, member)
  const work = async () => {
    while ((await hook.deliveries()).filter(({ state }) => state === 'delivered').length < 60) {
      await sendWebhooks(w.ctx, w.shopId, hook.id)
    }
  }
  await Promise.all([hook.fanOut(), hook.fanOut(), work(), work(), work()])
  expect(there.heard).toHaveLength(60)
  const place = new Map((await hook.deliveries()).map((d) => [`msg_${d.event_id}`, d.place]))
  for (const post of posts) {
    const places = there.heard.filter(({ data }) => data.postId === post).map(({ id }) => place.get(id)!)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  }
})

test('a receiver that hangs holds up nobody else', async () => {
  const w = await world()
  const deaf = await receiver(() => new Promise(() => {}))
  const there = await receiver()
  const [slow, quick] = [await hooked(w, { url: deaf.url }), await hooked(w, { url: there.url })]
  await likes(w, [w.ctx.ids.next()])
  await slow.fanOut()
  const hanging = slow.send()
  await expect.poll(() => deaf.heard.length).toBe(1)
  await quick.send()
  expect(there.heard).toHaveLength(1)
  await deaf.hangUp()
  await hanging
  expect(await slow.deliveries()).toMatchObject([{ state: 'waiting', last_problem: 'unreachable' }])
})

test('a pause holds everything back and loses nothing; replaying sends the same once more', async () => {
  const w = await world()
  const there = await receiver()
  const hook = await hooked(w, { url: there.url })
  const pause = (paused: boolean) => setWebhookPaused(w.ctx, hook.owner, { id: hook.id, paused })
  await pause(true)
  await likes(w, [w.ctx.ids.next()])
  await hook.flow()
  expect(there.heard).toHaveLength(0)
  await pause(false)
  await hook.send()
  expect(there.heard).toHaveLength(1)
  const { id } = (await hook.deliveries())[0]!
  const replay = () => replayDelivery(w.ctx, hook.owner, { webhookId: hook.id, deliveryId: id })
  expect(await replay()).toMatchObject({ ok: true })
  expect(await replay()).toMatchObject({ refusal: 'delivery_waiting' })
  await hook.send()
  expect(there.heard.map((one) => one.id)).toEqual([there.heard[0]!.id, there.heard[0]!.id])
})
