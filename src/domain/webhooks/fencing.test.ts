import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import type { Tried } from './attempt.ts'
import { claim, LEASE_SECONDS, type Claimed } from './claim.ts'
import { disableWebhook } from './disable-webhook.ts'
import { enableWebhook, replayFailed } from './index.ts'
import { noteTries } from './note-tries.ts'
import { hooked, likes } from './testing.ts'

/** A delivery that one worker took, and after it was silent for too long another. */
async function takenTwice() {
  const w = await world()
  const hook = await hooked(w, { url: 'http://127.0.0.1:9/hook' })
  const post = w.ctx.ids.next()
  await likes(w, [post, post])
  await hook.fanOut()
  const take = async () => (await claim(w.ctx, w.shopId, hook.id, 5))[0]!
  const first = await take()
  w.clock.advance((LEASE_SECONDS + 1) * 1_000)
  const second = await take()
  expect([second.id, first.n, second.n]).toEqual([first.id, 1, 2])
  const tried = (claimed: Claimed, problem: string | null): Tried =>
    ({
      claimed,
      problem,
      status: problem ? 500 : 200,
      answer: '',
      milliseconds: 1,
      at: w.clock.now(),
      asked: null
    }) as never
  const note = (claimed: Claimed, problem: string | null) =>
    noteTries(w.ctx, w.shopId, hook.id, [tried(claimed, problem)])
  const states = async () =>
    (await hook.deliveries()).map(({ state, next_try_at }) => [state, next_try_at !== null])
  return { w, first, second, note, states, hook }
}

test('a worker that lost its delivery to another decides nothing, however its own try went', async () => {
  for (const problem of [null, 'status'] as const) {
    const { first, note, states } = await takenTwice()
    const before = await states()
    await note(first, problem)
    expect([problem, await states()]).toEqual([problem, before])
    expect(before).toEqual([['waiting', true], ['waiting', false]]) // prettier-ignore
  }
})

test('sent again from the start, a delivery is still told from its takings before', async () => {
  const { w, hook, second, note, states } = await takenTwice()
  await disableWebhook(w.ctx, w.shopId, hook.id, 'failing')
  const given_up = [['failed', false], ['failed', false]] // prettier-ignore
  expect(await states()).toEqual(given_up)
  await note(second, null)
  expect(await states()).toEqual(given_up)
  await enableWebhook(w.ctx, hook.owner, hook.id)
  await replayFailed(w.ctx, hook.owner, hook.id)
  for (const n of [1, 2]) {
    w.clock.advance((LEASE_SECONDS + 1) * 1_000)
    expect((await claim(w.ctx, w.shopId, hook.id, 5))[0]).toMatchObject({ id: second.id, n })
  }
  const before = await states()
  await note(second, null)
  expect(await states()).toEqual(before)
})

test('what was delivered stays so when the worker before comes back with a failure; the next goes once', async () => {
  const { first, second, note, states, hook } = await takenTwice()
  await note(second, null)
  const after = await states()
  expect(after).toEqual([['delivered', false], ['waiting', true]]) // prettier-ignore
  await note(first, 'status')
  expect(await states()).toEqual(after)
  expect((await hook.deliveries())[0]).toMatchObject({ tries: 2, last_status: 200, last_problem: null })
})
