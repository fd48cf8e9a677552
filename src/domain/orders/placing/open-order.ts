import { sql } from 'kysely'
import type { Context } from '#context'
import type { CartLine } from '#domain/carts/index.ts'
import type { Totals } from '#domain/checkout/index.ts'
import { withNext, type Tx } from '#platform/database/index.ts'
import type { AgreedRate, ShipTo } from '../order.ts'

/** What buyer and shop agreed on: everything an order remembers, whatever becomes of the goods' prices later. */
export type Agreement = {
  orderId: string
  cartId: string
  attemptKey: string
  memberId: string | null
  email: string
  locale: string
  currency: string
  shipTo: ShipTo
  rate: AgreedRate
  couponCode: string | null
  clickId: string | null
  provider: string
  lines: readonly CartLine[]
  totals: Totals
}

export type OpenedOrder = { orderId: string; paymentId: string; token: string }

/**
 * Writes down an order whose money is about to be asked for: the order, its lines, its payment. Answers undefined
 * when this very attempt was written down before.
 */
export async function openOrder(
  ctx: Pick<Context, 'ids' | 'clock'>,
  tx: Tx,
  shopId: number,
  agreement: Agreement
): Promise<OpenedOrder | undefined> {
  const opened = { orderId: agreement.orderId, paymentId: ctx.ids.next(), token: ctx.ids.secret() }
  if (!(await insertOrder(ctx, tx, shopId, opened, agreement))) return undefined
  await insertLines(ctx, tx, shopId, opened.orderId, agreement)
  const now = ctx.clock.now()
  await tx
    .insertInto('payments')
    .values({
      shop_id: shopId,
      id: opened.paymentId,
      order_id: opened.orderId,
      provider: agreement.provider,
      state: 'processing',
      amount: agreement.totals.total,
      created_at: now,
      updated_at: now
    })
    .modifyEnd(withNext)
    .execute()
  return opened
}

async function insertOrder(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  shopId: number,
  { orderId, token }: OpenedOrder,
  { totals, ...a }: Agreement
): Promise<boolean> {
  const net = totals.lines.reduce((sum, line) => sum + line.total - line.tax, 0)
  const { goods, discount, shipping, tax, total } = totals
  const made = await tx
    .insertInto('orders')
    .values({
      ...{ shop_id: shopId, id: orderId, token, cart_id: a.cartId, attempt_key: a.attemptKey },
      ...{ state: 'placing', payment_state: 'processing', member_id: a.memberId, email: a.email },
      ...{ locale: a.locale, currency: a.currency, coupon_code: a.couponCode, click_id: a.clickId },
      ...{ goods, discount, shipping, tax, net, total },
      ship_to: JSON.stringify(a.shipTo),
      shipping_rate: JSON.stringify(a.rate),
      taxes: JSON.stringify(totals.taxes),
      created_at: clock.now(),
      updated_at: clock.now()
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

async function insertLines(
  { ids }: Pick<Context, 'ids'>,
  tx: Tx,
  shopId: number,
  orderId: string,
  { lines, totals }: Agreement
): Promise<void> {
  const rows = lines.map((line, position) => ({ position, ...line, ...totals.lines[position]! }))
  const column = <T>(of: (row: (typeof rows)[number]) => T) => rows.map(of)
  await sql`
    insert into order_lines (shop_id, order_id, id, position, variant_id, product_id, sku, title, option_values,
      picture_id, quantity, unit_price, discount, tax_basis_points, tax, total, requires_shipping, post_id, click_id)
    select ${shopId}, ${orderId}, id, position, variant_id, product_id, sku, title,
      array(select jsonb_array_elements_text(option_values)), picture_id, quantity, unit_price, discount, points, tax,
      total, requires_shipping, post_id, click_id
    from unnest(${column(() => ids.next())}::uuid[], ${column((r) => r.position)}::int[],
      ${column((r) => r.variantId)}::uuid[], ${column((r) => r.productId)}::uuid[],
      ${column((r) => r.sku)}::text[], ${column((r) => r.title)}::text[],
      ${column((r) => JSON.stringify(r.optionValues))}::jsonb[], ${column((r) => r.pictureId)}::uuid[],
      ${column((r) => r.quantity)}::int[], ${column((r) => r.price)}::bigint[],
      ${column((r) => r.discount)}::bigint[], ${column((r) => r.basisPoints)}::int[],
      ${column((r) => r.tax)}::bigint[], ${column((r) => r.total)}::bigint[],
      ${column((r) => r.requiresShipping)}::boolean[], ${column((r) => r.postId)}::uuid[],
      ${column((r) => r.clickId)}::text[])
      as l (id, position, variant_id, product_id, sku, title, option_values, picture_id, quantity, unit_price,
        discount, points, tax, total, requires_shipping, post_id, click_id) ${withNext}`.execute(tx)
}
