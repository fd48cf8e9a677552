import { expect, test } from 'vitest'
import { later, write } from '#domain/ledger/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { world } from '#test/world.ts'
import { relayOutbox, type Insert } from './relay.ts'

const order = (ctx: Awaited<ReturnType<typeof world>>['ctx'], shopId: number, mailId: string, runAt?: Date) =>
  write(ctx, shopId, async (tx) => {
    await later(ctx, tx, shopId, 'mail.send', { mailId }, runAt)
    return done(null)
  })

test('what was committed reaches the queue once, in order, with its shop', async () => {
  const { ctx, shopId } = await world()
  for (const mailId of ['a', 'b', 'c']) await order(ctx, shopId, mailId)
  const seen: unknown[] = []
  const insert: Insert = async (_topic, jobs) => seen.push(...jobs.map((job) => job.data))
  await Promise.all([relayOutbox(ctx, insert), relayOutbox(ctx, insert)])
  const mine = seen.filter((data) => (data as { shopId: number }).shopId === shopId)
  expect(mine).toEqual(['a', 'b', 'c'].map((mailId) => ({ shopId, mailId })))
})

test('a refusal leaves no job behind, and what is not due waits', async () => {
  const { ctx, shopId, clock } = await world()
  await write(ctx, shopId, async (tx) => {
    await later(ctx, tx, shopId, 'mail.send', { mailId: 'never' })
    return refused('changed_my_mind')
  })
  await order(ctx, shopId, 'tomorrow', new Date(clock.now().getTime() + 86_400_000))
  const seen: string[] = []
  const insert: Insert = async (_topic, jobs) =>
    seen.push(...jobs.map((job) => (job.data as { mailId: string }).mailId))
  await relayOutbox(ctx, insert)
  expect(seen).not.toContain('never')
  expect(seen).not.toContain('tomorrow')
  clock.advance(86_400_000)
  await relayOutbox(ctx, insert)
  expect(seen.filter((mailId) => mailId === 'tomorrow')).toHaveLength(1)
})

test('a crash after the queue took a job hands it over again under the same id', async () => {
  const { ctx, shopId } = await world()
  await order(ctx, shopId, 'twice')
  const ids: string[] = []
  const note = (jobs: { id: string; data: object }[]) =>
    ids.push(...jobs.filter(({ data }) => (data as { shopId: number }).shopId === shopId).map(({ id }) => id))
  await expect(
    relayOutbox(ctx, async (_topic, jobs) => {
      note(jobs)
      throw new Error('power cut')
    })
  ).rejects.toThrow('power cut')
  await relayOutbox(ctx, async (_topic, jobs) => note(jobs))
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})
