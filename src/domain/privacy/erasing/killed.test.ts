import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import { eraseMember, runErasure } from '../index.ts'
import { lived, placesOf } from '../testing.ts'

/** A worker of its own for this erasure, to be killed. */
function worker({ ctx, shopId, databaseUrl }: World, erasureId: string) {
  const script = join(import.meta.dirname, '../fixtures/runner.ts')
  const args = [script, databaseUrl, join(ctx.config.dataDir, 'files'), String(shopId), erasureId]
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? `${code}`))
  )
  return { kill: () => child.kill('SIGKILL'), ended }
}

/** Said and seen a great deal: many slices of each. */
async function talkative(w: World, memberId: string, postId: string): Promise<void> {
  await sql`insert into comments (shop_id, id, post_id, member_id, words, posted_at)
    select ${w.shopId}, gen_random_uuid(), ${postId}, ${memberId}, 'More words', now() from generate_series(1, 5000)`.execute(w.ctx.db) // prettier-ignore
  await sql`update ledger_counters set next = next + 45000 where shop_id = ${w.shopId}`.execute(w.ctx.db)
  await sql`insert into ledger (shop_id, seq, kind, actor, subject_kind, subject_id, post_id, occurred_at, recorded_at, dedupe_key)
    select ${w.shopId}, next - n, case when n % 3 = 0 then 'click' else 'view' end,
      case when n % 2 = 0 then ${memberId} else 'somebody' end, 'post', ${postId}, ${postId}, now(), now(),
      'v:' || n || ':' || ${memberId}
    from ledger_counters, generate_series(1, 45000) n where shop_id = ${w.shopId}`.execute(w.ctx.db)
}

test('a worker killed in the middle, twice, leaves an erasure that another ends, with every count as it was', async () => {
  const w = await world()
  const gone = await lived(w, 'killedoften')
  await talkative(w, gone.actor.memberId!, gone.postId)
  const counts = async () => (await sql`select kind, count(*), count(distinct actor) filter (where kind = 'click') as people
    from ledger where shop_id = ${w.shopId} and kind <> 'member_erased' group by kind order by kind`.execute(w.ctx.db)).rows // prettier-ignore
  const before = await counts()
  const { erasureId } = await must(eraseMember(w.ctx, gone.actor, gone.actor.memberId!))
  const left = async () =>
    Number((await sql<{ n: number }>`select count(*) as n from comments where shop_id = ${w.shopId} and words <> ''`.execute(w.ctx.db)).rows[0]!.n) // prettier-ignore
  const seq = async () => (await w.ctx.db.selectFrom('erasures').select(['ledger_seq', 'state']).where('id', '=', erasureId).executeTakeFirstOrThrow()) // prettier-ignore
  const killWhen = async (isIt: () => Promise<boolean>) => {
    const { kill, ended } = worker(w, erasureId)
    while (!(await isIt())) await new Promise((resolve) => setTimeout(resolve, 5))
    kill()
    return ended
  }
  expect(await killWhen(async () => (await left()) < 4_000)).toBe('SIGKILL')
  expect(await left()).toBeGreaterThan(1)
  expect(await killWhen(async () => (await seq()).ledger_seq > 0)).toBe('SIGKILL')
  expect((await seq()).state).toBe('running')
  await runErasure(w.ctx, w.shopId, erasureId)
  expect((await seq()).state).toBe('done')
  expect(await counts()).toEqual(before)
  const [idless, ids] = [gone.marks.filter((mark) => mark !== gone.actor.memberId), [gone.actor.memberId!]]
  expect(
    (await placesOf(w, idless)).filter((place) => !/^(orders|mails|order_events)\./.test(place))
  ).toEqual([])
  expect((await placesOf(w, ids)).filter((place) => !/^erasures\.subject_id|^ledger\./.test(place))).toEqual(
    []
  )
}, 60_000)
