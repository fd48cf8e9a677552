import { PgBoss } from 'pg-boss'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { jobId, later, write } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { world } from '#test/world.ts'
import { restoreBackup } from './restore-backup.ts'
import { backUp, emptyPlace, sourceOf } from './testing.ts'

test('every job that is not done is carried once, wherever it was, and none that is done', async () => {
  const w = await world()
  const { shopId } = w
  const boss = new PgBoss({ connectionString: w.databaseUrl, schema: 'pgboss', supervise: false })
  boss.on('error', () => {})
  await boss.start()
  onTestFinished(() => boss.stop({ graceful: false }))
  await boss.createQueue('mail.send')
  const ids = await promise(w, ['a', 'b', 'c', 'd'])
  const job = (name: string) => ({ id: jobId(shopId, ids[name]!), data: { shopId, mailId: name } })
  // b and c were handed over, and the relay was killed before it took their rows away; c was even done already.
  await boss.insert('mail.send', [job('b'), job('c')])
  await setState(w.databaseUrl, job('c').id, 'completed')
  // e waits in the queue alone, f is being worked on, g has failed for good, h is done.
  const alone = { e: 'created', f: 'active', g: 'failed', h: 'completed' }
  for (const [name, state] of Object.entries(alone)) {
    const id = jobId(shopId, 1_000_000 + name.charCodeAt(0))
    await boss.insert('mail.send', [{ id, data: { shopId, mailId: name } }])
    await setState(w.databaseUrl, id, state)
  }
  const backup = await backUp(sourceOf(w))
  expect(backup.totals.jobs).toBe(2)
  const place = await emptyPlace()
  expect(await restoreBackup(place, backup)).toMatchObject({ ok: true })
  const carried = await rows(
    place.databaseUrl,
    "select id, topic, payload ->> 'mailId' as mail, run_at <= now() as due from outbox order by id"
  )
  expect(carried.map(({ mail }) => mail)).toEqual(['a', 'b', 'd', 'e', 'f'])
  expect(carried.slice(0, 3).map(({ id }) => Number(id))).toEqual([ids.a, ids.b, ids.d])
  expect(carried.every(({ topic }) => topic === 'mail.send')).toBe(true)
})

type W = Awaited<ReturnType<typeof world>>

async function promise({ ctx, shopId }: W, names: string[]): Promise<Record<string, number>> {
  for (const mailId of names) {
    await write(ctx, shopId, async (tx) => {
      await later(ctx, tx, shopId, 'mail.send', { mailId })
      return done(null)
    })
  }
  const found = await ctx.db
    .selectFrom('outbox')
    .select(['id', 'payload'])
    .where('shop_id', '=', shopId)
    .execute()
  return Object.fromEntries(found.map(({ id, payload }) => [(payload as { mailId: string }).mailId, id]))
}

async function setState(url: string, id: string, state: string): Promise<void> {
  await rows(url, `update pgboss.job set state = '${state}' where id = '${id}' returning id`)
}

async function rows(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(query)).rows
  } finally {
    await client.end()
  }
}
