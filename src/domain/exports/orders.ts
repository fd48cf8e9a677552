import type { Context } from '#context'
import { exponentOf } from '#platform/money/index.ts'
import { BATCH, byKey, decimal, iso, type Cell, type Export, type Wanted } from './export.ts'

type Line = {
  sku: string
  title: string
  options: string[]
  quantity: number
  unitPrice: number
  discount: number
  tax: number
  total: number
  fulfilled: number
  refunded: number
  cancelled: number
  productId: string
  variantId: string
  postId: string | null
}

export type OrderRecord = {
  id: string
  number: number
  placedAt: string | null
  state: string
  paymentState: string
  fulfilmentState: string
  email: string
  memberId: string | null
  locale: string
  currency: string
  shipTo: Record<string, string>
  coupon: string | null
  goods: number
  discount: number
  shipping: number
  tax: number
  total: number
  refunded: number
  note: string | null
  lines: Line[]
}

const ADDRESS = ['name', 'line1', 'line2', 'postcode', 'city', 'region', 'country', 'phone'] as const

export const orders: Export<OrderRecord> = {
  headings: [
    ...['number', 'placed_at', 'state', 'payment', 'fulfilment', 'email', 'currency', 'goods', 'discount'],
    ...['shipping', 'tax', 'total', 'refunded', 'coupon', 'note', ...ADDRESS],
    ...['line_sku', 'line_title', 'line_options', 'line_quantity', 'line_unit_price', 'line_discount'],
    ...['line_tax', 'line_total', 'line_refunded', 'line_cancelled']
  ],
  batches: (ctx, wanted) =>
    byKey(
      (after: string | undefined) => read(ctx, wanted, after),
      ({ id }) => id
    ),
  lines
}

async function read(
  { db }: Pick<Context, 'db'>,
  { shop, span }: Wanted,
  after?: string
): Promise<OrderRecord[]> {
  const rows = await db
    .selectFrom('orders')
    .select(['id', 'number', 'placed_at', 'state', 'payment_state', 'fulfilment_state', 'email', 'member_id'])
    .select(['locale', 'currency', 'ship_to', 'coupon_code', 'goods', 'discount', 'shipping', 'tax', 'total'])
    .select(['refunded', 'note'])
    .where('shop_id', '=', shop.id)
    .where('number', 'is not', null)
    .$if(after !== undefined, (query) => query.where('id', '>', after!))
    .$if(span.from !== undefined, (query) => query.where('placed_at', '>=', span.from!))
    .$if(span.before !== undefined, (query) => query.where('placed_at', '<', span.before!))
    .orderBy('id')
    .limit(BATCH)
    .execute()
  const lines = await readLines(db, shop.id, rows.map(({ id }) => id)) // prettier-ignore
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number!, placedAt: iso(row.placed_at), state: row.state },
    ...{ paymentState: row.payment_state, fulfilmentState: row.fulfilment_state, email: row.email },
    ...{ memberId: row.member_id, locale: row.locale, currency: row.currency },
    shipTo: row.ship_to as Record<string, string>,
    ...{ coupon: row.coupon_code, goods: row.goods, discount: row.discount, shipping: row.shipping },
    ...{ tax: row.tax, total: row.total, refunded: row.refunded, note: row.note },
    lines: lines.get(row.id) ?? []
  }))
}

async function readLines(db: Context['db'], shopId: number, ids: string[]): Promise<Map<string, Line[]>> {
  if (!ids.length) return new Map()
  const rows = await db
    .selectFrom('order_lines')
    .select(['order_id', 'sku', 'title', 'option_values as options', 'quantity', 'unit_price as unitPrice'])
    .select(['discount', 'tax', 'total', 'fulfilled', 'refunded', 'cancelled', 'product_id as productId'])
    .select(['variant_id as variantId', 'post_id as postId'])
    .where('shop_id', '=', shopId)
    .where('order_id', 'in', ids)
    .orderBy('order_id')
    .orderBy('position')
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.order_id)
  return new Map([...grouped].map(([id, list]) => [id, list.map(({ order_id: _, ...line }) => line)]))
}

/** A line for each line; the order's own sums stand on the first alone, so that a column can be added up. */
function lines(order: OrderRecord): Cell[][] {
  const exponent = exponentOf(order.currency)
  const money = (amount: number) => decimal(amount, exponent)
  return order.lines.map((line, i) => [
    order.number,
    order.placedAt,
    ...[order.state, order.paymentState, order.fulfilmentState, order.email, order.currency],
    ...[order.goods, order.discount, order.shipping, order.tax, order.total, order.refunded].map((sum) =>
      i ? null : money(sum)
    ),
    ...(i ? [null, null] : [order.coupon, order.note]),
    ...ADDRESS.map((part) => (i ? null : (order.shipTo[part] ?? null))),
    ...[line.sku, line.title, line.options.join(' / '), line.quantity, money(line.unitPrice)],
    ...[money(line.discount), money(line.tax), money(line.total), line.refunded, line.cancelled]
  ])
}
