import { sql } from 'kysely'
import type { Context } from '#context'
import { openElsewhere } from '#domain/stock/index.ts'
import { rising } from './rising.ts'

/** Something worth doing now, because of something that is so. Never advice for its own sake. */
export type NextStep =
  | { kind: 'send'; count: number }
  | { kind: 'pay'; count: number }
  | { kind: 'restock'; id: string; title: string; left: number; times: number }
  | { kind: 'drafts'; count: number }

const LOW = 5

/** What waits: orders to send and to be paid, a rising product that runs out, drafts that nobody published. */
export async function nextSteps(
  ctx: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  timezone: string
): Promise<NextStep[]> {
  const [waiting, restock] = await Promise.all([countWaiting(ctx, shopId), runningOut(ctx, shopId, timezone)])
  const steps: NextStep[] = []
  if (waiting.send) steps.push({ kind: 'send', count: waiting.send })
  steps.push(...restock)
  if (waiting.pay) steps.push({ kind: 'pay', count: waiting.pay })
  if (waiting.drafts) steps.push({ kind: 'drafts', count: waiting.drafts })
  return steps
}

type Waiting = { send: number; pay: number; drafts: number }

async function countWaiting({ db }: Pick<Context, 'db'>, shopId: number): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select
      (select count(*) from orders where shop_id = ${shopId} and state = 'placed'
        and payment_state in ('paid', 'part_refunded') and fulfilment_state <> 'fulfilled') as send,
      (select count(*) from orders where shop_id = ${shopId} and state = 'placed' and payment_state = 'pending') as pay,
      (select count(*) from posts where shop_id = ${shopId} and state = 'draft' and version > 1) as drafts`.execute(
    db
  )
  return rows[0]!
}

/** Rising products with no more than a handful left, over all places; what is sold without counting never runs out. */
async function runningOut(
  ctx: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  timezone: string
): Promise<NextStep[]> {
  const up = await rising(ctx, shopId, timezone, 10)
  if (up.length === 0) return []
  const { rows } = await sql<{ id: string; left: number }>`
    select v.product_id as id, coalesce(sum(s.on_hand - s.reserved), 0) as left
    from variants v left join stock s on s.shop_id = v.shop_id and s.variant_id = v.id
    where v.shop_id = ${shopId} and v.product_id = any(${up.map(({ id }) => id)}::uuid[]) and v.archived_at is null
    group by v.product_id
    having bool_and(v.tracked and not v.continue_selling and ${openElsewhere(shopId)} is null) and coalesce(sum(s.on_hand - s.reserved), 0) <= ${LOW}`.execute(
    ctx.db
  )
  const left = new Map(rows.map((row) => [row.id, row.left]))
  return up
    .filter(({ id }) => left.has(id))
    .map(({ id, title, times }) => ({ kind: 'restock', id, title, times, left: left.get(id)! }))
}
