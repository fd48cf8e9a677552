import { sql } from 'kysely'
import type { Context } from '#context'
import type { OrderState } from '../lifecycles.ts'

export type Attempt = { orderId: string; token: string; state: OrderState; declineReason: string | null }

/** What a press of Pay led to: the order the cart has become, or else the one this very attempt made. */
export async function findAttempt(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  { cartId, key }: { cartId: string; key: string }
): Promise<Attempt | undefined> {
  const { rows } = await sql<Attempt>`
    select o.id as "orderId", o.token, o.state,
      (select e.data ->> 'reason' from order_events e where e.shop_id = ${shopId} and e.order_id = o.id
        and e.kind = 'declined' order by e.id desc limit 1) as "declineReason"
    from orders o
    where o.shop_id = ${shopId} and o.cart_id = ${cartId}
      and (o.state in ('placing', 'placed', 'completed') or o.attempt_key = ${key})
    order by (o.state in ('placing', 'placed', 'completed')) desc limit 1`.execute(ctx.db)
  return rows[0]
}
