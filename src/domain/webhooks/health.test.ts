import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { createWebhook, enableWebhook, forgetWebhooks, replayFailed } from './index.ts'
import { hooked, likes, receiver } from './testing.ts'

const DAY = 86_400_000

test('410 disables at once: what waits is given up, the owners get a letter each, once', async () => {
  const w = await world()
  const there = await receiver((_, res) => res.writeHead(410).end())
  const hook = await hooked(w, { url: there.url })
  await w.given.owner()
  const post = w.ctx.ids.next()
  await likes(w, [post, post, w.ctx.ids.next()])
  await hook.flow()
  expect(await hook.row()).toMatchObject({ state: 'disabled', disabled_why: 'gone' })
  expect((await hook.deliveries()).map(({ state }) => state)).toEqual(['failed', 'failed', 'failed'])
  const letters = await w.ctx.db
    .selectFrom('mails')
    .select(['to_address', 'text_body'])
    .where('shop_id', '=', w.shopId)
    .where('kind', '=', 'webhook_disabled')
    .execute()
  expect(letters).toHaveLength(2)
  expect(letters[0]!.text_body).toContain(`/studio/settings/webhooks/${hook.id}`)
  await likes(w, [post])
  await hook.flow()
  expect(await hook.deliveries()).toHaveLength(3)
})

test('five days without one success disable; one success in between starts the count anew', async () => {
  const w = await world()
  let well = false
  const there = await receiver((_, res) => res.writeHead(well ? 200 : 500).end())
  const hook = await hooked(w, { url: there.url })
  const fail = async () => {
    await likes(w, [w.ctx.ids.next()])
    await hook.flow()
  }
  await fail()
  w.clock.advance(4.9 * DAY)
  await fail()
  expect((await hook.row()).state).toBe('active')
  well = true
  await fail()
  expect((await hook.row()).failing_since).toBeNull()
  well = false
  await fail()
  w.clock.advance(5 * DAY)
  await fail()
  expect(await hook.row()).toMatchObject({ state: 'disabled', disabled_why: 'failing' })
})

test('switched on again it hears what happens from now on, and what was given up comes when asked for, in order', async () => {
  const w = await world()
  let gone = true
  const there = await receiver((_, res) => res.writeHead(gone ? 410 : 200).end())
  const hook = await hooked(w, { url: there.url })
  const post = w.ctx.ids.next()
  await likes(w, [post, post])
  await hook.flow()
  await likes(w, [post])
  gone = false
  there.heard.length = 0
  expect(await enableWebhook(w.ctx, hook.owner, hook.id)).toMatchObject({ ok: true })
  await likes(w, [post])
  await hook.flow()
  expect(there.heard).toHaveLength(1)
  expect(await replayFailed(w.ctx, hook.owner, hook.id)).toMatchObject({ ok: true, value: { deliveries: 2 } })
  await hook.send()
  const ids = (await hook.deliveries()).map((one) => `msg_${one.event_id}`)
  expect(there.heard.map(({ id }) => id)).toEqual([ids[2], ids[0], ids[1]])
})

test('where nobody answers it is left alone for a while, and one delivery at a time asks again', async () => {
  const w = await world()
  let open = false
  const there = await receiver((_, res) => (open ? res.end() : res.destroy()))
  const hook = await hooked(w, { url: there.url })
  await likes(
    w,
    Array.from({ length: 40 }, () => w.ctx.ids.next())
  )
  await hook.flow()
  const first = there.heard.length
  expect(first).toBeLessThanOrEqual(16)
  await hook.send()
  expect(there.heard.length).toBe(first)
  w.clock.set((await hook.row()).rest_until!)
  await hook.send()
  expect(there.heard.length).toBe(first + 1)
  open = true
  w.clock.advance(10 * 60_000)
  await hook.send()
  expect((await hook.deliveries()).every(({ state }) => state === 'delivered')).toBe(true)
  expect(await hook.row()).toMatchObject({ rests: 0, rest_until: null, failing_since: null })
})

test('the log of more than thirty days ago is deleted, its answers and events too, and nothing else', async () => {
  const w = await world()
  const there = await receiver((_, res) => res.writeHead(500).end())
  const hook = await hooked(w, { url: there.url })
  const [post, member] = [w.ctx.ids.next(), w.ctx.ids.next()]
  await likes(w, [post], member)
  await hook.flow()
  w.clock.advance(29 * DAY)
  await likes(w, [post], member)
  await hook.fanOut()
  w.clock.advance(1.5 * DAY)
  const before = new Date(w.clock.now().getTime() - 30 * 86_400_000)
  await w.ctx.db.transaction().execute((tx) => forgetWebhooks(w.ctx, tx, w.shopId, before))
  expect(await hook.deliveries()).toMatchObject([{ place: 2, next_try_at: w.clock.now() }])
  const left = async (table: 'webhook_events' | 'webhook_tries') =>
    (await w.ctx.db.selectFrom(table).selectAll().where('shop_id', '=', w.shopId).execute()).length
  expect([await left('webhook_events'), await left('webhook_tries')]).toEqual([1, 0])
})

test('there are at most twenty, also when several are made at once', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const make = () => createWebhook(w.ctx, owner, { url: 'https://shop.example/', events: ['order.paid'] })
  const made = await Promise.all(Array.from({ length: 24 }, make))
  expect(made.filter(({ ok }) => ok)).toHaveLength(20)
})
