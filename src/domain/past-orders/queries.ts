import { sql } from 'kysely'
import type { Context } from '#context'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'

export type PastOrder = {
  id: string
  source: string
  number: string
  placedAt: Date
  state: 'paid' | 'open' | 'refunded' | 'cancelled'
  currency: string
  total: number
  lines: { title: string; sku: string | null; quantity: number; price: number; productId: string | null }[]
}

const PAGE = 100

/** What a contact ordered elsewhere, newest first. */
export async function listPastOrders(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  contactId: string,
  { cursor, limit = PAGE }: { cursor?: string | null; limit?: number } = {}
): Promise<{ orders: PastOrder[]; next: string | null }> {
  const after = decodeCursor(cursor, ['time', 'id'])
  const { rows } = await sql<PastOrder>`
    select o.id, o.source, o.number, o.placed_at as "placedAt", o.state, o.currency, o.total,
      coalesce((select json_agg(json_build_object('title', l.title, 'sku', l.sku, 'quantity', l.quantity,
          'price', l.price, 'productId', l.product_id) order by l.n)
        from past_order_lines l where l.shop_id = ${shopId} and l.order_id = o.id), '[]') as lines
    from past_orders o
    where o.shop_id = ${shopId} and o.contact_id = ${contactId}
      ${after ? sql`and (o.placed_at, o.id) < (${new Date(Number(after[0]))}, ${after[1]}::uuid)` : sql``}
    order by o.placed_at desc, o.id desc limit ${limit + 1}`.execute(db)
  const last = rows[limit - 1]
  const next = rows.length > limit && last ? encodeCursor([last.placedAt.getTime(), last.id]) : null
  return { orders: rows.slice(0, limit), next }
}
