import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import type { TaxPart } from '#domain/checkout/index.ts'
import { pictureView, type PictureRow, type PictureView } from '#domain/pictures/index.ts'
import { isUuid } from '#platform/ids.ts'
import type { FulfilmentState, OrderState, PaymentState } from '../lifecycles.ts'
import type { AgreedRate, ShipTo } from '../order.ts'

export type OrderLine = {
  id: string
  variantId: string
  productId: string
  handle: string | null
  sku: string
  title: string
  optionValues: string[]
  picture: PictureView | null
  quantity: number
  unitPrice: number
  discount: number
  total: number
  tax: number
  fulfilled: number
  refunded: number
  cancelled: number
}

/** An order as its buyer or the studio sees it. Money is minor units of `currency`; prices include VAT. */
export type Order = {
  id: string
  number: number | null
  token: string
  state: OrderState
  paymentState: PaymentState
  fulfilmentState: FulfilmentState
  /** Why the money was not had, of a declined one. */
  declineReason: string | null
  provider: string
  paymentRef: string | null
  captured: number
  memberId: string | null
  email: string
  locale: string
  currency: string
  shipTo: ShipTo
  rate: AgreedRate
  couponCode: string | null
  goods: number
  discount: number
  shipping: number
  /** What pieces given up before they were paid took off: goods - discount + shipping - cancelled = total. */
  cancelled: number
  shippingRefunded: number
  tax: number
  taxes: TaxPart[]
  total: number
  refunded: number
  placedAt: Date | null
  createdAt: Date
  lines: OrderLine[]
}

/** An order of this shop by its id. Two statements. */
export const findOrder = (ctx: Pick<Context, 'db'>, shopId: number, id: string) =>
  isUuid(id) ? findWhere(ctx, shopId, sql`o.id = ${id}`) : Promise.resolve(undefined)

/** An order by the secret of its page: whoever has the address may read it, without an account. */
export const findOrderByToken = (ctx: Pick<Context, 'db'>, shopId: number, token: string) =>
  findWhere(ctx, shopId, sql`o.token = ${token}`)

/** The order a cart has become or is becoming. */
export const findOrderOfCart = (ctx: Pick<Context, 'db'>, shopId: number, cartId: string) =>
  findWhere(ctx, shopId, sql`o.cart_id = ${cartId} and o.state in ('placing', 'placed', 'completed')`)

async function findWhere(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  which: RawBuilder<unknown>
): Promise<Order | undefined> {
  const { rows } = await sql<Omit<Order, 'lines'>>`
    select o.id, o.number, o.token, o.state, o.payment_state as "paymentState",
      o.fulfilment_state as "fulfilmentState", p.provider, p.provider_ref as "paymentRef", p.captured,
      o.member_id as "memberId", o.email, o.locale, o.currency, o.ship_to as "shipTo", o.shipping_rate as rate,
      o.coupon_code as "couponCode", o.goods, o.discount, o.shipping, o.cancelled, o.tax, o.taxes, o.total, o.refunded,
      o.placed_at as "placedAt", o.created_at as "createdAt",
      (select e.data ->> 'reason' from order_events e where e.shop_id = ${shopId} and e.order_id = o.id
        and e.kind = 'declined' order by e.id desc limit 1) as "declineReason",
      (select coalesce(sum(r.shipping), 0)::bigint from refunds r
        where r.shop_id = ${shopId} and r.order_id = o.id) as "shippingRefunded"
    from orders o join payments p on p.shop_id = ${shopId} and p.order_id = o.id
    where o.shop_id = ${shopId} and ${which}`.execute(ctx.db)
  const order = rows[0]
  return order && { ...order, lines: await listLines(ctx, shopId, order.id) }
}

async function listLines(ctx: Pick<Context, 'db'>, shopId: number, orderId: string): Promise<OrderLine[]> {
  const { rows } = await sql<Omit<OrderLine, 'picture'> & { picture: PictureRow | null }>`
    select l.id, l.variant_id as "variantId", l.product_id as "productId", p.handle, l.sku, l.title,
      l.option_values as "optionValues", to_jsonb(pic) as picture, l.quantity, l.unit_price as "unitPrice",
      l.discount, l.total, l.tax, l.fulfilled, l.refunded, l.cancelled
    from order_lines l
    left join products p on p.shop_id = ${shopId} and p.id = l.product_id
    left join lateral (select id, width, height, renditions, focal_x, focal_y, placeholder, alt from pictures
      where shop_id = ${shopId} and id = l.picture_id and state <> 'refused') pic on true
    where l.shop_id = ${shopId} and l.order_id = ${orderId} order by l.position`.execute(ctx.db)
  return rows.map((row) => ({ ...row, picture: row.picture && pictureView(shopId, row.picture) }))
}
