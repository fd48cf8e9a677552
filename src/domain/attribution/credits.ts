import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import type { Model } from './models.ts'

/** What an order may be credited to. */
export type Credited = { by: 'post' | 'campaign' | 'link'; key: string }

export type CreditedOrder = {
  id: string
  /** Ours, or as a store elsewhere calls it. */
  number: string
  /** The store it was made in; null for an order of our own. */
  store: { id: string; name: string } | null
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

/** Sales of our own, and those in stores elsewhere: what each earned, before refunds. */
const sales = (shopId: number): RawBuilder<unknown> => sql`
  select id, number::text as number, placed_at, net, null::uuid as store_id from orders
  where shop_id = ${shopId} and payment_state = any(${SOLD})
  union all
  select id, number, placed_at, told as net, store_id from store_orders
  where shop_id = ${shopId} and told is not null`

type Row = Omit<CreditedOrder, 'store'> & { storeId: string | null; storeName: string | null }

/** The newest paid orders whose last touch this was. `net` is before refunds. */
export async function creditedOrders(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  credited: Credited
): Promise<CreditedOrder[]> {
  const { rows } = await sql<Row>`
    select o.id, o.number, o.placed_at as "placedAt", o.net, c.network, s.id as "storeId", s.name as "storeName"
    from order_credits c join (${sales(shopId)}) o on o.id = c.order_id
      left join stores s on s.shop_id = ${shopId} and s.id = o.store_id
    where c.shop_id = ${shopId} and c.model = 'last_touch' and ${matches(credited)}
    order by o.placed_at desc, o.id limit ${MOST}`.execute(db)
  return rows.map(({ storeId, storeName, ...order }) => ({
    ...order,
    store: storeId === null ? null : { id: storeId, name: storeName ?? '' }
  }))
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
      from order_credits c join (${sales(shopId)}) o on o.id = c.order_id
      where c.shop_id = ${shopId} and c.order_id in (
        select c.order_id from order_credits c where c.shop_id = ${shopId} and ${matches(credited)})
      window upto as (partition by c.order_id, c.model order by c.n)
    ) c
    where ${matches(credited)}
    group by c.model`.execute(db)
  return new Map(rows.map(({ model, ...sums }) => [model, sums]))
}
