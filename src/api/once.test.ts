import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { claimReply, forgetReplies, markWorked, Overtaken } from '#domain/api-replies/index.ts'
import { transact } from '#platform/database/index.ts'
import { done } from '#platform/outcome.ts'
import { apiOf } from '#test/api.ts'
import { world, type World } from '#test/world.ts'

const PATH = '/api/v1/campaigns'
const named = (key: string) => ({ headers: { 'idempotency-key': key } })
const campaigns = (w: World) =>
  w.ctx.db.selectFrom('campaigns').select('name').where('shop_id', '=', w.shopId).execute()

test('fifty at once under one key make one thing, and later every try is answered alike', async () => {
  const w = await world()
  const call = await apiOf(w, await w.given.owner())
  const ask = () => call('POST', PATH, { name: 'Once' }, named('k-1'))
  const answers = await Promise.all(Array.from({ length: 50 }, ask))
  expect(await campaigns(w)).toEqual([{ name: 'Once' }])
  const made = answers.filter(({ status }) => status === 201)
  expect(made.length).toBeGreaterThan(0)
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'idempotency_key_in_use' }])
  }
  const replay = await ask()
  const first = made.find((answer) => !answer.headers.has('idempotency-replayed'))!
  expect([replay.status, replay.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
  expect(await replay.json()).toEqual(await first.json())
  expect(await campaigns(w)).toHaveLength(1)
})

test('a key is for one request of one actor: another body, path or method is refused, another’s key is their own', async () => {
  const w = await world()
  const call = await apiOf(w, await w.given.owner())
  const first = await call('POST', PATH, { name: 'A' }, named('"k"'))
  const { id } = (await first.json()) as { id: string }
  const others = [
    await call('POST', PATH, { name: 'B' }, named('k')),
    await call('POST', `${PATH}?x=1`, { name: 'A' }, named('k')),
    await call('PUT', `${PATH}/${id}`, { name: 'A' }, named('k'))
  ]
  for (const answer of others) {
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'idempotency_key_reused' }])
  }
  const another = await apiOf(w, await w.given.member({ role: 'marketer' }))
  expect((await another('POST', PATH, { name: 'B' }, named('k'))).status).toBe(201)
  const wrong = await call('POST', PATH, { name: 'C' }, named('ä'))
  expect([wrong.status, await wrong.json()]).toMatchObject([400, { code: 'idempotency_key_invalid' }])
})

test('a refusal is an answer too; a day later the key is free', async () => {
  const w = await world()
  const call = await apiOf(w, await w.given.owner())
  const ask = (name: string) => call('POST', PATH, { name }, named('k'))
  expect((await ask(' ')).status).toBe(422)
  const again = await ask(' ')
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([422, 'true'])
  w.clock.advance(86_400_000)
  expect((await ask('Now')).status).toBe(201)
  await forgetReplies(w.ctx, w.shopId)
  const kept = await w.ctx.db
    .selectFrom('api_replies')
    .select('key')
    .where('shop_id', '=', w.shopId)
    .execute()
  expect(kept).toHaveLength(1)
  w.clock.advance(86_400_000)
  await forgetReplies(w.ctx, w.shopId)
  const left = await w.ctx.db
    .selectFrom('api_replies')
    .select('key')
    .where('shop_id', '=', w.shopId)
    .execute()
  expect(left).toEqual([])
})

/** The database as a server leaves it that was killed in the midst of a request. */
async function killed(w: World, worked: boolean) {
  const request = { shopId: w.shopId, actor: 'key:1', key: 'k', fingerprint: 'f' }
  const claim = await claimReply(w.ctx, request)
  if (claim.state !== 'mine') throw new Error(claim.state)
  const work = () =>
    transact(w.ctx.db, async (tx) => {
      await markWorked(w.ctx, tx, request, claim.attempt)
      return done(null)
    })
  if (worked) await work()
  return { again: async () => (await claimReply(w.ctx, request)).state, work }
}

test('a server killed after its work leaves a key that says so, and nobody does the work again', async () => {
  const w = await world()
  const { again } = await killed(w, true)
  expect(await again()).toBe('busy')
  w.clock.advance(60_000)
  expect([await again(), await again()]).toEqual(['unknown', 'unknown'])
})

test('a server killed before its work leaves a key that one other may take; what comes late from the dead is undone', async () => {
  const w = await world()
  const { again, work } = await killed(w, false)
  expect(await again()).toBe('busy')
  w.clock.advance(60_000)
  const tries = await Promise.all([again(), again(), again(), again()])
  expect(tries.sort()).toEqual(['busy', 'busy', 'busy', 'mine'])
  await expect(work()).rejects.toThrow(Overtaken)
})

test('whoever would take over work that is just being done waits for it, and leaves it alone', async () => {
  const w = await world()
  const request = { shopId: w.shopId, actor: 'key:1', key: 'k', fingerprint: 'f' }
  await claimReply(w.ctx, request)
  w.clock.advance(60_000)
  let again: ReturnType<typeof claimReply> | undefined
  await transact(w.ctx.db, async (tx) => {
    await markWorked(w.ctx, tx, request, 1)
    again = claimReply(w.ctx, request)
    await expect.poll(() => waiting(w)).toBe(1)
    return done(null)
  })
  expect((await again)?.state).toBe('unknown')
})

/** How many wait for a row of api_replies that another transaction holds. */
async function waiting({ ctx }: World): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%api_replies%'`.execute(
    ctx.db
  )
  return rows[0]!.n
}

test('the mark is made in the transaction of the work: work that is undone leaves none', async () => {
  const w = await world()
  const call = await apiOf(w, await w.given.owner())
  const worked = async () =>
    (
      await w.ctx.db.selectFrom('api_replies').select('worked_at').where('shop_id', '=', w.shopId).execute()
    ).map((row) => row.worked_at !== null)
  await call('POST', PATH, { name: ' ' }, named('refused'))
  expect(await worked()).toEqual([false])
  await call('POST', PATH, { name: 'Done' }, named('done'))
  expect((await worked()).sort()).toEqual([false, true])
})

test('a kept answer is read by its key only: neither a secret nor the key itself stands in the table', async () => {
  const w = await world()
  const call = await apiOf(w, await w.given.owner())
  const key = 'a-key-of-mine'
  const ask = () =>
    call('POST', '/api/v1/webhooks', { url: 'https://example.org/hook', events: ['order.paid'] }, named(key))
  const { secret } = (await (await ask()).json()) as { secret: string }
  const sent = JSON.stringify({ url: 'https://example.org/hook', events: ['order.paid'] })
  const plain = createHash('sha256').update(`POST /api/v1/webhooks\n${sent}`).digest('hex')
  expect(secret).toMatch(/^whsec_/)
  const rows = await w.ctx.db.selectFrom('api_replies').selectAll().where('shop_id', '=', w.shopId).execute()
  expect(rows[0]!.fingerprint).not.toBe(plain)
  const kept = JSON.stringify(rows.map((row) => ({ ...row, body: row.body?.toString('latin1') })))
  expect(rows).toHaveLength(1)
  expect(kept).not.toContain(secret)
  expect(kept).not.toContain(key)
  expect(await (await ask()).json()).toMatchObject({ secret })
})
