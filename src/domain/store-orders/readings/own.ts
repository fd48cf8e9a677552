import { z } from 'zod'
import { cleanLine } from '#platform/text.ts'
import type { Said } from '../said.ts'
import { codeIn, currency, moment, orderNumber, outsideId, sku, title } from './fields.ts'

export const OWN_TYPES = ['order.changed', 'order.deleted'] as const

const figure = z.int().min(0).max(1e12)

/** What any other store posts: an order as it is now, sums in minor units. docs/sales-elsewhere.md describes it. */
const order = z.object({
  id: outsideId,
  number: orderNumber,
  code: z.string().nullish(),
  currency,
  total: figure,
  tax: figure.default(0),
  shipping: figure.default(0),
  refunded: figure.default(0),
  status: z.enum(['open', 'paid', 'refunded', 'cancelled']),
  placedAt: moment,
  changedAt: moment,
  lines: z
    .array(
      z.object({
        id: z
          .union([z.string().max(2_000), z.int()])
          .nullish()
          .transform((id) => (id == null ? null : cleanLine(String(id)))),
        variantId: z.uuid().nullish(),
        sku,
        title,
        quantity: z.int().min(1).max(100_000),
        total: figure
      })
    )
    .max(1_000)
    .default([])
})

const message = z.object({ type: z.string(), data: z.unknown() })

/** Reads a message of a store of any other kind, signed when it says; undefined when it is none of ours. */
export function readOwn(body: unknown, signedAt?: Date): Said | undefined {
  const envelope = message.safeParse(body)
  if (!envelope.success) return undefined
  const { type, data } = envelope.data
  if (type === 'order.deleted') {
    const gone = z.object({ id: outsideId }).safeParse(data)
    return gone.success ? { kind: 'deleted', orderId: gone.data.id, at: signedAt } : undefined
  }
  if (type !== 'order.changed') return { kind: 'nothing', why: 'topic' }
  const read = order.safeParse(data)
  return read.success ? saidOf(read.data) : undefined
}

function saidOf(one: z.output<typeof order>): Said {
  const { id, number, code, total, tax, shipping, status, lines } = one
  return {
    kind: 'order',
    order: {
      outsideId: id,
      number: number || id,
      code: codeIn(code),
      currency: one.currency,
      total,
      goods: Math.max(0, total - tax - shipping),
      paid: status === 'paid' || status === 'refunded',
      cancelled: status === 'cancelled',
      refunded: status === 'refunded' ? total : Math.min(total, one.refunded),
      refunds: [],
      placedAt: one.placedAt,
      changedAt: one.changedAt,
      lines: lines.map((line) => ({
        ...(line.variantId && { variantId: line.variantId.toLowerCase() }),
        ...{ outsideId: line.id, sku: line.sku, title: line.title },
        ...{ quantity: line.quantity, weight: line.total }
      }))
    }
  }
}
