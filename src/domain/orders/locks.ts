import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { isUuid } from '#platform/ids.ts'
import type { LockedOrder } from './order.ts'

/**
 * Locks an order and its payment until the commit. Comes before reservations, stock and the ledger's counter. Rows that
 * only point at an order, like its events, may be written beside it.
 */
export async function lockOrder(tx: Tx, shopId: number, orderId: string): Promise<LockedOrder | undefined> {
  return isUuid(orderId) ? lockWhere(tx, shopId, sql`o.id = ${orderId}`) : undefined
}

/** The same, by the payment. */
export const lockOrderOfPayment = (tx: Tx, shopId: number, paymentId: string) =>
  lockWhere(tx, shopId, sql`p.id = ${paymentId}`)

async function lockWhere(tx: Tx, shopId: number, which: RawBuilder<unknown>) {
  const { rows } = await sql<LockedOrder>`
    select o.id, o.number, o.cart_id as "cartId", o.state, o.payment_state as "paymentState",
      o.fulfilment_state as "fulfilmentState", o.token, o.email, o.locale, o.currency,
      o.coupon_code as "couponCode", o.click_id as "clickId", o.member_id as "memberId", o.net, o.shipping, o.total,
      o.taxes, o.refunded, o.shipping_rate as rate, jsonb_build_object('id', p.id, 'provider', p.provider,
        'ref', p.provider_ref, 'amount', p.amount, 'captured', p.captured, 'refunded', p.refunded) as payment
    from orders o join payments p on p.shop_id = ${shopId} and p.order_id = o.id
    where o.shop_id = ${shopId} and ${which} for no key update of o, p`.execute(tx)
  return rows[0]
}
