import { sql } from 'kysely'
import type { Context } from '#context'
import { later, sqlArray } from '#domain/ledger/index.ts'
import { transact, withNext, type Tx } from '#platform/database/index.ts'
import { done } from '#platform/outcome.ts'
import type { Tried } from './attempt.ts'
import { waitAfter } from './schedule.ts'

type Noted = { id: string; until: string; state: string; again: string | null }

/**
 * Notes how tries went, and lets the next of each subject go whose first is over. A try that came back after its
 * delivery was taken anew is written down and decides nothing.
 */
export async function noteTries(
  ctx: Context,
  shopId: number,
  webhookId: string,
  tries: readonly Tried[]
): Promise<void> {
  if (tries.length === 0) return
  // Nothing is due before the next try, so nobody need be told at once.
  await transact(ctx.db, async (tx) => {
    const fates = tries.map((one) => fateOf(one, ctx.clock.now()))
    // Held back until the events of a fan-out under way are listed, so that the next in line is seen.
    await sql`select from webhooks where shop_id = ${shopId} and id = ${webhookId} for share ${withNext}`.execute(
      tx
    )
    await insertTries(tx, shopId, tries)
    const over = await updateDeliveries(ctx, tx, shopId, fates, tries)
    await letNextGo(ctx, tx, shopId, webhookId, over)
    const soonest = fates.flatMap(({ again }) => again ?? []).sort()[0]
    if (soonest) await later(ctx, tx, shopId, 'webhook.send', { webhookId }, new Date(soonest))
    return done(null)
  })
}

function fateOf({ claimed, problem, asked }: Tried, now: Date): Noted {
  const { id, n } = claimed
  const until = claimed.until.toISOString()
  if (problem === null) return { id, until, state: 'delivered', again: null }
  const wait = waitAfter(n, id, asked)
  if (wait === undefined) return { id, until, state: 'failed', again: null }
  return { id, until, state: 'waiting', again: new Date(now.getTime() + wait).toISOString() }
}

/** A webhook that was deleted meanwhile took its deliveries along; their tries have nowhere to go. */
async function insertTries(tx: Tx, shopId: number, tries: readonly Tried[]): Promise<void> {
  const column = (read: (one: Tried) => string | number | null) => sql`${sqlArray(tries.map(read))}`
  await sql`insert into webhook_tries (shop_id, delivery_id, n, status, problem, answer, milliseconds, tried_at)
    select ${shopId}, t.id, t.n, t.status, t.problem, t.answer, t.ms, t.at
    from unnest(${column((t) => t.claimed.id)}::uuid[], ${column((t) => t.claimed.n)}::int[],
      ${column((t) => t.status)}::int[], ${column((t) => t.problem)}::text[],
      ${column((t) => t.answer)}::text[], ${column((t) => t.milliseconds)}::int[],
      ${column((t) => t.at.toISOString())}::timestamptz[])
      as t (id, n, status, problem, answer, ms, at)
    join webhook_deliveries d on d.shop_id = ${shopId} and d.id = t.id
    on conflict do nothing ${withNext}`.execute(tx)
}

async function updateDeliveries(
  { clock }: Context,
  tx: Tx,
  shopId: number,
  fates: readonly Noted[],
  tries: readonly Tried[]
): Promise<string[]> {
  const column = (read: (fate: Noted, i: number) => string | number | null) =>
    sql`${sqlArray(fates.map(read))}`
  const { rows } = await sql<{ subject: string; state: string }>`
    update webhook_deliveries d set state = f.state, next_try_at = f.again, last_status = f.status,
      last_problem = f.problem, finished_at = case when f.state <> 'waiting' then ${clock.now()}::timestamptz end
    from unnest(${column((f) => f.id)}::uuid[], ${column((f) => f.until)}::timestamptz[], ${column((f) => f.state)}::text[],
      ${column((f) => f.again)}::timestamptz[], ${column((_, i) => tries[i]!.status)}::int[],
      ${column((_, i) => tries[i]!.problem)}::text[]) as f (id, until, state, again, status, problem)
    where d.shop_id = ${shopId} and d.id = f.id and d.next_try_at = f.until and d.state = 'waiting'
    returning d.subject, d.state`.execute(tx)
  return rows.filter(({ state }) => state !== 'waiting').map(({ subject }) => subject)
}

async function letNextGo(
  { clock }: Context,
  tx: Tx,
  shopId: number,
  webhookId: string,
  subjects: readonly string[]
): Promise<void> {
  if (subjects.length === 0) return
  await sql`update webhook_deliveries d set next_try_at = ${clock.now()}
    from unnest(${sqlArray(subjects)}::text[]) as s (subject)
    cross join lateral (select w.id from webhook_deliveries w where w.shop_id = ${shopId}
      and w.webhook_id = ${webhookId} and w.subject = s.subject and w.state = 'waiting'
      order by w.place limit 1) first
    where d.shop_id = ${shopId} and d.id = first.id and d.next_try_at is null`.execute(tx)
}
