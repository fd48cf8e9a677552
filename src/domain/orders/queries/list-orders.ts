import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import { cleanLine } from '#platform/text.ts'
import type { FulfilmentState, OrderState, PaymentState } from '../lifecycles.ts'

export const ORDER_FILTERS = ['all', 'unsent', 'unpaid', 'completed', 'cancelled'] as const
export type OrderFilter = (typeof ORDER_FILTERS)[number]

const FILTERS: Record<OrderFilter, RawBuilder<unknown>> = {
  all: sql`true`,
  unsent: sql`o.state = 'placed' and o.fulfilment_state <> 'fulfilled'`,
  unpaid: sql`o.state = 'placed' and o.payment_state = 'pending'`,
  completed: sql`o.state = 'completed'`,
  cancelled: sql`o.state = 'cancelled'`
}

export type OrderListed = {
  id: string
  number: number
  placedAt: Date
  name: string
  email: string
  state: OrderState
  paymentState: PaymentState
  fulfilmentState: FulfilmentState
  total: number
  refunded: number
  currency: string
  pieces: number
  /** Whether the buyer fetches it. */
  pickup: boolean
}

export type OrderList = { orders: OrderListed[]; next: string | null }

const PAGE = 50

export type OrderPage = {
  filter?: OrderFilter | undefined
  search?: string | null | undefined
  cursor?: string | null
  limit?: number
}

const listed = (
  shopId: number
) => sql`o.id, o.number, o.placed_at as "placedAt", o.ship_to ->> 'name' as name, o.email,
  o.state, o.payment_state as "paymentState", o.fulfilment_state as "fulfilmentState", o.total, o.refunded, o.currency,
  o.shipping_rate ->> 'kind' = 'pickup' as pickup,
  (select sum(quantity)::int from order_lines l where l.shop_id = ${shopId} and l.order_id = o.id) as pieces`

/** Placed orders, newest first. Search finds a number, the beginning of an e-mail, part of a name, or a SKU. */
export async function listOrders(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  { limit = PAGE, ...page }: OrderPage = {}
): Promise<OrderList> {
  const key = decodeCursor(page.cursor, ['whole'])
  const { rows } = await sql<OrderListed>`
    select ${listed(shopId)}
    from orders o
    where o.shop_id = ${shopId} and o.number is not null and ${FILTERS[page.filter ?? 'all']}
      and ${matches(shopId, page.search)} and ${key ? sql`o.number < ${key[0]}` : sql`true`}
    order by o.number desc limit ${limit + 1}`.execute(ctx.db)
  const orders = rows.slice(0, limit)
  return { orders, next: rows.length > limit ? encodeCursor([orders[limit - 1]!.number]) : null }
}

function matches(shopId: number, search: string | null | undefined): RawBuilder<unknown> {
  const text = cleanLine(search ?? '').slice(0, 100)
  if (!text) return sql`true`
  const number = /^#?(\d{1,15})$/.exec(text)?.[1]
  const like = text.replace(/[\\%_]/g, '\\$&')
  return sql`(o.number = ${number ? Number(number) : null}::bigint or lower(o.email) like ${like.toLowerCase() + '%'}
    or o.ship_to ->> 'name' ilike ${`%${like}%`}
    or exists (select 1 from order_lines l
      where l.shop_id = ${shopId} and l.order_id = o.id and upper(l.sku) = ${text.toUpperCase()}))`
}

/** How many orders wait to be sent, and how many for their money. */
export async function countOrders(
  ctx: Pick<Context, 'db'>,
  shopId: number
): Promise<{ unsent: number; unpaid: number }> {
  const { rows } = await sql<{ unsent: number; unpaid: number }>`
    select count(*) filter (where fulfilment_state <> 'fulfilled')::int as unsent,
      count(*) filter (where payment_state = 'pending')::int as unpaid
    from orders where shop_id = ${shopId} and state = 'placed'`.execute(ctx.db)
  return rows[0]!
}

/** A member's own orders, newest first. */
export async function listOrdersOfMember(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  memberId: string
): Promise<(OrderListed & { token: string })[]> {
  const { rows } = await sql<OrderListed & { token: string }>`
    select o.token, ${listed(shopId)}
    from orders o
    where o.shop_id = ${shopId} and o.member_id = ${memberId} and o.number is not null
    order by o.placed_at desc limit ${PAGE}`.execute(ctx.db)
  return rows
}
