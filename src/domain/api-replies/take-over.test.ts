import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { transact, type Tx } from '#platform/database/index.ts'
import { done } from '#platform/outcome.ts'
import { world, type World } from '#test/world.ts'
import { claimReply, keepReply, markWorked, releaseReply, type Claim } from './index.ts'

/** A key whose first attempt has been silent for too long. */
async function lapsed() {
  const w = await world()
  const request = { shopId: w.shopId, actor: 'key:1', key: 'k', fingerprint: 'f' }
  expect(await claimReply(w.ctx, request)).toEqual({ state: 'mine', attempt: 1 })
  w.clock.advance(60_000)
  const claim = () => claimReply(w.ctx, request)
  return { w, request, claim }
}

/** Claims made while the key's row is held: each has found it lapsed and is about to take it over. */
async function whileHeld(
  w: World,
  claim: () => Promise<Claim>,
  count: number,
  work: (tx: Tx) => Promise<void>
) {
  let claims: Promise<Claim>[] = []
  await transact(w.ctx.db, async (tx) => {
    await sql`select from api_replies where shop_id = ${w.shopId} for update`.execute(tx)
    claims = Array.from({ length: count }, claim)
    await expect.poll(() => waiting(w)).toBe(count)
    await work(tx)
    return done(null)
  })
  return (await Promise.all(claims)).map(({ state }) => state).sort()
}

test('of those who find one lapsed key at the same moment, one takes it over', async () => {
  const { w, claim } = await lapsed()
  expect(await whileHeld(w, claim, 3, async () => {})).toEqual(['busy', 'busy', 'mine'])
})

test('who was thought dead and does its work at that very moment is left its key', async () => {
  const { w, request, claim } = await lapsed()
  const work = (tx: Tx) => markWorked(w.ctx, tx, request, 1)
  expect(await whileHeld(w, claim, 2, work)).toEqual(['busy', 'busy'])
  w.clock.advance(60_000)
  expect(await claim()).toEqual({ state: 'unknown' })
})

test('an answer that comes late is not the key’s answer, and gives nobody’s claim back', async () => {
  const { w, request, claim } = await lapsed()
  expect(await claim()).toEqual({ state: 'mine', attempt: 2 })
  const reply = (status: number) => ({ status, headers: {}, body: null })
  await keepReply(w.ctx, request, 1, reply(500))
  await releaseReply(w.ctx, request, 1)
  expect(await claim()).toEqual({ state: 'busy' })
  await keepReply(w.ctx, request, 2, reply(201))
  expect(await claim()).toMatchObject({ state: 'replied', reply: { status: 201 } })
})

/** How many wait to change a row of api_replies that another transaction holds. */
async function waiting({ ctx }: World): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like 'update "api_replies"%'`.execute(
    ctx.db
  )
  return rows[0]!.n
}
