import { sql } from 'kysely'
import type { Context } from '#context'
import type { EventKind } from '../order.ts'

export type OrderEvent = {
  id: string
  kind: EventKind
  /** Who did it, by name; null is the buyer without an account, or the shop itself. */
  actor: string | null
  data: Record<string, unknown>
  happenedAt: Date
}

export type Fulfilment = {
  id: string
  lines: { lineId: string; quantity: number }[]
  carrier: string | null
  tracking: string | null
  createdAt: Date
}

export type Refund = {
  id: string
  amount: number
  reason: string | null
  state: 'processing' | 'done'
  problem: string | null
  createdAt: Date
}

export type History = { events: OrderEvent[]; fulfilments: Fulfilment[]; refunds: Refund[] }

/** Everything that happened to an order, newest first. Three statements, at once. */
export async function readHistory(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  orderId: string
): Promise<History> {
  const of = sql`shop_id = ${shopId} and order_id = ${orderId}`
  const [events, fulfilments, refunds] = await Promise.all([
    sql<OrderEvent>`select e.id, e.kind, m.name as actor, e.data, e.happened_at as "happenedAt"
      from order_events e
      left join members m on m.shop_id = ${shopId} and m.id::text = e.actor
      where e.shop_id = ${shopId} and e.order_id = ${orderId} order by e.happened_at desc, e.id desc`.execute(
      ctx.db
    ),
    sql<Fulfilment>`select id, lines, carrier, tracking, created_at as "createdAt"
      from fulfilments where ${of} order by id desc`.execute(ctx.db),
    sql<Refund>`select id, amount, reason, state, problem, created_at as "createdAt"
      from refunds where ${of} order by id desc`.execute(ctx.db)
  ])
  return { events: events.rows, fulfilments: fulfilments.rows, refunds: refunds.rows }
}
