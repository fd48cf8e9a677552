import { z } from '@hono/zod-openapi'
import { amount, count, moment } from '../fields.ts'
import { Address, FulfilmentState, OrderState, PaymentState, Picture, TaxPart } from './common.schema.ts'

const states = { state: OrderState, paymentState: PaymentState, fulfilmentState: FulfilmentState }

export const OrderLine = z
  .object({
    id: z.uuid(),
    variantId: z.uuid(),
    productId: z.uuid(),
    handle: z.string().nullable(),
    sku: z.string(),
    title: z.string(),
    optionValues: z.array(z.string()),
    picture: Picture.nullable(),
    quantity: count,
    unitPrice: amount,
    discount: amount,
    total: amount,
    tax: amount,
    fulfilled: count,
    refunded: count,
    cancelled: count
  })
  .openapi('OrderLine')

export const OrderListed = z
  .object({
    id: z.uuid(),
    number: z.int(),
    placedAt: moment,
    name: z.string(),
    email: z.string(),
    ...states,
    total: amount,
    refunded: amount,
    currency: z.string(),
    pieces: count,
    pickup: z.boolean()
  })
  .openapi('OrderListed')

/** What a buyer reads of their order, too. */
export const Receipt = z
  .object({
    id: z.uuid(),
    number: z.int().nullable(),
    ...states,
    declineReason: z.string().nullable(),
    provider: z.string(),
    email: z.string(),
    locale: z.string(),
    currency: z.string(),
    shipTo: Address,
    rate: z.object({
      id: z.uuid().nullable(),
      name: z.string(),
      kind: z.string(),
      locationId: z.uuid().nullable()
    }),
    couponCode: z.string().nullable(),
    goods: amount,
    discount: amount,
    shipping: amount,
    cancelled: amount,
    shippingRefunded: amount,
    tax: amount,
    taxes: z.array(TaxPart),
    total: amount,
    refunded: amount,
    placedAt: moment.nullable(),
    createdAt: moment,
    lines: z.array(OrderLine)
  })
  .openapi('Receipt')

export const Order = Receipt.extend({
  paymentRef: z.string().nullable(),
  captured: amount,
  memberId: z.uuid().nullable()
}).openapi('Order')

export const History = z
  .object({
    events: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        actor: z
          .string()
          .nullable()
          .openapi({ description: 'By name; null is the buyer, or the shop itself.' }),
        data: z.record(z.string(), z.unknown()),
        happenedAt: moment
      })
    ),
    fulfilments: z.array(
      z.object({
        id: z.uuid(),
        lines: z.array(z.object({ lineId: z.uuid(), quantity: count })),
        carrier: z.string().nullable(),
        tracking: z.string().nullable(),
        createdAt: moment
      })
    ),
    refunds: z.array(
      z.object({
        id: z.uuid(),
        amount,
        reason: z.string().nullable(),
        state: z.enum(['processing', 'done']),
        problem: z.string().nullable(),
        createdAt: moment
      })
    )
  })
  .openapi('History')

export const Slip = z
  .object({
    number: z.int(),
    shipTo: Address,
    rate: z.string(),
    lines: z.array(OrderLine.pick({ sku: true, title: true, optionValues: true, quantity: true }))
  })
  .openapi('Slip')

const pieces = z.strictObject({ lineId: z.uuid(), quantity: z.int().min(1) })
export const Pieces = z.array(pieces).max(50)
export const seen = count
  .nullish()
  .openapi({ description: 'What you saw done before: when that has changed since, nothing is done.' })
