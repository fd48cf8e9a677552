import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { forgetWebhooks } from '#domain/webhooks/index.ts'
import { world, type World } from '#test/world.ts'
import { keepRules, listRuns } from './index.ts'

const DAY = 86_400_000

const agoOf = (w: World, days: number) => new Date(w.clock.now().getTime() - days * DAY)

/** A letter, an invitation and a delivery of long ago; answers the delivery's receiver. */
async function longAgo(w: World): Promise<string> {
  const { db } = w.ctx
  const at = agoOf(w, 400)
  await sql`insert into mails (shop_id, id, kind, to_address, subject, text_body, html_body, state, created_at)
    values (${w.shopId}, gen_random_uuid(), 'x', 'a@example.org', 's', 't', 'h', 'sent', ${at})`.execute(db)
  await sql`insert into member_invites (shop_id, id, email, role, token_hash, mailed, invited_by, created_at, expires_at)
    values (${w.shopId}, gen_random_uuid(), 'b@example.org', 'clerk', gen_random_uuid(), true, gen_random_uuid(), ${at}, ${at})`.execute(db) // prettier-ignore
  const { rows } = await sql<{ id: string }>`
    with h as (insert into webhooks (shop_id, id, url, events, secret, since_seq, created_at)
      values (${w.shopId}, gen_random_uuid(), 'https://a.example/', '{}', 's', 0, ${at}) returning shop_id, id),
    e as (insert into webhook_events (shop_id, id, type, subject, body, created_at)
      values (${w.shopId}, gen_random_uuid(), 't', 's', '{}', ${at}) returning id)
    insert into webhook_deliveries (shop_id, id, webhook_id, event_id, type, subject, place, created_at)
    select h.shop_id, gen_random_uuid(), h.id, e.id, 't', 's', 0, ${at} from h, e returning webhook_id as id`.execute(db) // prettier-ignore
  return rows[0]!.id
}

/** Lets the deletion of this shop's letters fail so many times with this code, in the test file's own database. */
async function lettersFail(w: World, times: number, code: string): Promise<void> {
  const name = sql.raw(`fail_${w.shopId}`)
  await sql`create sequence ${name}`.execute(w.ctx.db)
  await sql`create function ${name}() returns trigger language plpgsql as ${sql.raw(`$$ begin
    if old.shop_id = ${w.shopId} and nextval('fail_${w.shopId}') <= ${times} then
      raise exception 'on purpose' using errcode = '${code}'; end if;
    return old; end $$`)}`.execute(w.ctx.db)
  await sql`create trigger ${name} before delete on mails for each row execute function ${name}()`.execute(
    w.ctx.db
  )
}

const runsOf = async (w: World) =>
  Object.fromEntries((await listRuns(w.ctx, w.shopId)).runs.map(({ rule, affected }) => [rule, affected]))

test('a rule that fails is logged and left to the next hour, and the others go on', async () => {
  const w = await world()
  await longAgo(w)
  await lettersFail(w, 1, 'P0001')
  const error = vi.fn()
  const ctx = { ...w.ctx, log: Object.assign(Object.create(w.ctx.log), { error }) }
  await keepRules(ctx, w.shopId)
  expect(await runsOf(w)).toEqual({ webhook_log: 1, invites: 1 })
  expect(error).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ shopId: w.shopId, rule: 'letters' }),
    expect.any(String)
  )
  w.clock.advance(3_600_000)
  await keepRules(ctx, w.shopId)
  expect(await runsOf(w)).toEqual({ letters: 1, webhook_log: 1, invites: 1 })
})

test('a deadlock is tried again at once', async () => {
  const w = await world()
  await longAgo(w)
  await lettersFail(w, 2, '40P01')
  await keepRules(w.ctx, w.shopId)
  expect(await runsOf(w)).toEqual({ letters: 1, webhook_log: 1, invites: 1 })
})

test('who holds a receiver gets its deliveries: nobody waits for the other in a circle', async () => {
  const w = await world()
  const webhook = await longAgo(w)
  let forgetting: Promise<number>
  await w.ctx.db.transaction().execute(async (tx) => {
    await sql`select from webhooks where shop_id = ${w.shopId} and id = ${webhook} for no key update`.execute(
      tx
    )
    forgetting = w.ctx.db.transaction().execute((own) => forgetWebhooks(w.ctx, own, w.shopId, agoOf(w, 30)))
    forgetting.catch(() => {})
    const waits = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await waits.execute(w.ctx.db)).rows.length).toBe(1)
    await sql`update webhook_deliveries set tries = 0 where shop_id = ${w.shopId} and webhook_id = ${webhook}`.execute(tx) // prettier-ignore
  })
  expect(await forgetting!).toBe(1)
})
