import { z } from 'zod'
import type { Said, SaidLine, SaidOrder } from '../said.ts'
import {
  codeIn,
  currency,
  decimal,
  minor,
  optionalDecimal,
  orderNumber,
  outsideId,
  sku,
  title
} from './fields.ts'

export const WOO_TOPICS = ['order.created', 'order.updated', 'order.restored', 'order.deleted'] as const

/** WooCommerce writes moments of Greenwich without saying so. */
const gmt = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
  .transform((text) => new Date(`${text}Z`))

const order = z.object({
  id: outsideId,
  number: orderNumber,
  status: z.string(),
  currency,
  total: decimal,
  total_tax: optionalDecimal,
  shipping_total: optionalDecimal,
  date_created_gmt: gmt,
  date_modified_gmt: gmt.nullish(),
  date_paid_gmt: gmt.nullish(),
  line_items: z
    .array(
      z.object({
        product_id: z.number().nullish(),
        variation_id: z.number().nullish(),
        sku,
        name: title,
        quantity: z.number().max(1_000_000),
        total: optionalDecimal
      })
    )
    .max(1_000)
    .nullish(),
  fee_lines: z.array(z.object({ total: optionalDecimal })).nullish(),
  refunds: z.array(z.object({ total: optionalDecimal })).nullish(),
  meta_data: z.array(z.object({ key: z.string().nullish(), value: z.unknown() })).nullish()
})
type Order = z.output<typeof order>

/** Nobody signs the topic: only the bare id that WooCommerce sends of what is gone is a deletion, never a whole order. */
const deleted = z.strictObject({ id: outsideId })

/** How WooCommerce itself counts: these are paid, whatever way of paying it is. */
const PAID = ['processing', 'completed', 'refunded']
const OFF = ['cancelled', 'failed', 'trash']
const DRAFTS = ['checkout-draft', 'auto-draft', 'draft', 'new']

/** Reads a message of WooCommerce; undefined when it is not what its topic says. */
export function readWooCommerce(topic: string, body: unknown): Said | undefined {
  if (!(WOO_TOPICS as readonly string[]).includes(topic)) return { kind: 'nothing', why: 'topic' }
  if (topic === 'order.deleted') {
    const gone = deleted.safeParse(body)
    return gone.success ? { kind: 'deleted', orderId: gone.data.id } : undefined
  }
  const read = order.safeParse(body)
  if (!read.success) return undefined
  if (DRAFTS.includes(read.data.status)) return { kind: 'nothing', why: 'draft' }
  return { kind: 'order', order: saidOf(read.data), restored: topic === 'order.restored' }
}

function saidOf(one: Order): SaidOrder {
  const of = one.currency
  const total = Math.max(0, minor(one.total, of))
  const wentBack = (one.refunds ?? []).reduce((all, refund) => all + Math.abs(minor(refund.total, of)), 0)
  return {
    outsideId: one.id,
    number: one.number || one.id,
    code: codeIn(one.meta_data?.find(({ key }) => key === '_wc_order_attribution_utm_id')?.value),
    currency: of,
    total,
    goods: Math.max(0, goodsOf(one, total)),
    paid: PAID.includes(one.status) || one.date_paid_gmt != null,
    cancelled: OFF.includes(one.status),
    refunded: one.status === 'refunded' ? total : Math.min(total, wentBack),
    refunds: [],
    placedAt: one.date_created_gmt,
    changedAt: one.date_modified_gmt ?? one.date_created_gmt,
    lines: (one.line_items ?? []).flatMap((line) => lineOf(line, of))
  }
}

/** Totals of WooCommerce: with VAT as a whole, without it for delivery and fees. A fee below nothing is a discount. */
function goodsOf({ currency: of, total_tax, shipping_total, fee_lines }: Order, total: number): number {
  const fees = (fee_lines ?? []).reduce((all, fee) => all + Math.max(0, minor(fee.total, of)), 0)
  return total - minor(total_tax, of) - minor(shipping_total, of) - fees
}

function lineOf(line: NonNullable<Order['line_items']>[number], of: string): SaidLine[] {
  const quantity = Math.round(line.quantity)
  if (quantity < 1) return []
  const id = line.variation_id || line.product_id
  const weight = Math.max(0, minor(line.total, of))
  return [{ outsideId: id ? String(id) : null, sku: line.sku, title: line.name, quantity, weight }]
}
