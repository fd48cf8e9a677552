import { sql } from 'kysely'
import type { Context } from '#context'

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

/** What a contact ordered elsewhere, newest first, the first hundred. */
export async function listPastOrders(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  contactId: string
): Promise<PastOrder[]> {
  const { rows } = await sql<PastOrder>`
    select o.id, o.source, o.number, o.placed_at as "placedAt", o.state, o.currency, o.total,
      coalesce((select json_agg(json_build_object('title', l.title, 'sku', l.sku, 'quantity', l.quantity,
          'price', l.price, 'productId', l.product_id) order by l.n)
        from past_order_lines l where l.shop_id = ${shopId} and l.order_id = o.id), '[]') as lines
    from past_orders o
    where o.shop_id = ${shopId} and o.contact_id = ${contactId}
    order by o.placed_at desc, o.id desc limit 100`.execute(db)
  return rows
}
