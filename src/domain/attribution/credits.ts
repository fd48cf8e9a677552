import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import type { Model } from './models.ts'

/** What an order may be credited to. */
export type Credited = { by: 'post' | 'campaign' | 'link'; key: string }

export type CreditedOrder = {
  id: string
  number: number
  placedAt: Date
  net: number
  network: string | null
}

const MOST = 30
const SOLD = ['paid', 'part_refunded', 'refunded']

function matches({ by, key }: Credited): RawBuilder<boolean> {
  if (by === 'link') return sql`c.link_code = ${key}`
  return by === 'post' ? sql`c.post_id = ${key}::uuid` : sql`c.campaign_id = ${key}::uuid`
}

/** The newest paid orders whose last touch this was. `net` is before refunds. */
export async function creditedOrders(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  credited: Credited
): Promise<CreditedOrder[]> {
  const { rows } = await sql<CreditedOrder>`
    select o.id, o.number, o.placed_at as "placedAt", o.net, c.network
    from order_credits c join orders o on o.shop_id = c.shop_id and o.id = c.order_id
    where c.shop_id = ${shopId} and c.model = 'last_touch' and ${matches(credited)}
      and o.payment_state = any(${SOLD})
    order by o.placed_at desc, o.id limit ${MOST}`.execute(db)
  return rows
}

/**
 * The same sales by every model: how many orders, in parts, and how much of their net revenue (before refunds). An
 * order is cut where the credits before and after a touch end, each rounded, so that its parts add up to the cent.
 */
export async function creditsByModel(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  credited: Credited
): Promise<Map<Model, { orders: number; revenue: number }>> {
  const { rows } = await sql<{ model: Model; orders: number; revenue: number }>`
    select c.model, sum(c.credit) as orders, sum(c.cents) as revenue
    from (
      select c.*, round(o.net * sum(c.credit) over upto) - round(o.net * (sum(c.credit) over upto - c.credit)) as cents
      from order_credits c join orders o on o.shop_id = c.shop_id and o.id = c.order_id
      where c.shop_id = ${shopId} and o.payment_state = any(${SOLD}) and c.order_id in (
        select c.order_id from order_credits c where c.shop_id = ${shopId} and ${matches(credited)})
      window upto as (partition by c.order_id, c.model order by c.n)
    ) c
    where ${matches(credited)}
    group by c.model`.execute(db)
  return new Map(rows.map(({ model, ...sums }) => [model, sums]))
}
