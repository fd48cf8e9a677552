import { z } from 'zod'
import type { Said, SaidLine } from '../said.ts'
import {
  codeIn,
  codeInAddress,
  currency,
  decimal,
  minor,
  moment,
  optionalDecimal,
  orderNumber,
  outsideId,
  quantity,
  sku,
  sum,
  title
} from './fields.ts'
import { readRefund, refund, refundOf } from './shopify-refunds.ts'

export const SHOPIFY_TOPICS = [
  'orders/create',
  'orders/paid',
  'orders/updated',
  'orders/cancelled',
  'refunds/create'
] as const

const taxes = z.array(z.object({ price: optionalDecimal })).nullish()

const line = z.object({
  variant_id: outsideId.nullish(),
  sku,
  title,
  quantity,
  price: optionalDecimal,
  total_discount: optionalDecimal,
  discount_allocations: z.array(z.object({ amount: optionalDecimal })).nullish(),
  tax_lines: taxes
})

/** Of an order only what is needed: no name, no address, no e-mail is even read. */
const order = z.object({
  id: outsideId,
  name: orderNumber,
  order_number: orderNumber,
  currency,
  total_price: decimal,
  subtotal_price: optionalDecimal,
  total_tax: optionalDecimal,
  taxes_included: z.boolean().nullish(),
  financial_status: z.string().nullish(),
  cancelled_at: moment.nullish(),
  created_at: moment,
  updated_at: moment.nullish(),
  test: z.boolean().nullish(),
  refunds: z.array(refund).nullish(),
  line_items: z.array(line).max(1_000).nullish(),
  shipping_lines: z.array(z.object({ tax_lines: taxes })).nullish(),
  note_attributes: z.array(z.object({ name: z.string().nullish(), value: z.unknown() })).nullish(),
  landing_site: z.string().nullish(),
  landing_site_ref: z.string().nullish()
})
type Order = z.output<typeof order>

const PAID = ['paid', 'partially_refunded', 'refunded']

/** Reads a message of Shopify; undefined when it is not what its topic says. */
export function readShopify(topic: string, body: unknown): Said | undefined {
  if (topic === 'refunds/create') return readRefund(body)
  if (!(SHOPIFY_TOPICS as readonly string[]).includes(topic)) return { kind: 'nothing', why: 'topic' }
  const read = order.safeParse(body)
  if (!read.success) return undefined
  const one = read.data
  if (one.test) return { kind: 'nothing', why: 'test_order' }
  const of = one.currency
  const status = one.financial_status ?? ''
  const total = Math.max(0, minor(one.total_price, of))
  return {
    kind: 'order',
    order: {
      outsideId: one.id,
      number: one.name || one.order_number || one.id,
      code: codeOf(one),
      currency: of,
      total,
      goods: Math.max(0, goodsOf(one)),
      paid: PAID.includes(status),
      cancelled: one.cancelled_at != null || status === 'voided',
      refunded: status === 'refunded' ? total : 0,
      refunds: (one.refunds ?? []).flatMap((each) => refundOf(each, of)),
      placedAt: one.created_at,
      changedAt: one.updated_at ?? one.created_at,
      lines: (one.line_items ?? []).flatMap((each) => lineOf(each, one))
    }
  }
}

/** The attribute of the cart first; an order that lost it still knows where its buyer came in. */
const codeOf = (one: Order): string | null =>
  codeIn(one.note_attributes?.find(({ name }) => name === 'torilla')?.value) ??
  codeInAddress(one.landing_site) ??
  codeIn(one.landing_site_ref)

const taxOf = (of: string, lines: z.output<typeof taxes>) => sum(of, (lines ?? []).map(({ price }) => price)) // prettier-ignore

/** The subtotal is after discount and before delivery; where prices hold VAT, that of the goods comes off. */
function goodsOf({ currency: of, subtotal_price, taxes_included, total_tax, shipping_lines }: Order): number {
  const subtotal = minor(subtotal_price, of)
  if (!taxes_included) return subtotal
  const ofDelivery = (shipping_lines ?? []).reduce((all, { tax_lines }) => all + taxOf(of, tax_lines), 0)
  return subtotal - (minor(total_tax, of) - ofDelivery)
}

function lineOf(each: z.output<typeof line>, { currency: of, taxes_included }: Order): SaidLine[] {
  if (each.quantity < 1) return []
  const allocated = sum(of, (each.discount_allocations ?? []).map(({ amount }) => amount)) // prettier-ignore
  const discount = Math.max(minor(each.total_discount, of), allocated)
  const gross = minor(each.price, of) * each.quantity - discount
  const weight = Math.max(0, taxes_included ? gross - taxOf(of, each.tax_lines) : gross)
  return [{ outsideId: each.variant_id ?? null, sku: each.sku, title: each.title, quantity: each.quantity, weight }] // prettier-ignore
}
