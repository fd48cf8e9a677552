import { z } from '@hono/zod-openapi'
import {
  addNote,
  cancelOrder,
  cancelPieces,
  findOrder,
  fulfilOrder,
  listOrders,
  markPaid,
  ORDER_FILTERS,
  readHistory,
  refundOrder
} from '#domain/orders/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { amount, byId, found, pageOf } from '../fields.ts'
import { operation } from '../operation.ts'
import { History, Order, OrderListed, Pieces, seen, Slip } from './orders.schema.ts'

/** Orders, and what is done with them. */
export const orders = openApp()

const lineId = '0190b3d2-7c4e-7a11-9b1f-5e2f7f1c0a11'
const reason = z.string().optional()

operation(
  orders,
  {
    ...{ name: 'listOrders', method: 'get', path: '/', permission: 'orders.read', paged: true },
    summary: 'List placed orders, newest first',
    description: '`q` finds a number, the beginning of an e-mail, part of a name, or a SKU.',
    query: z.object({ filter: z.enum(ORDER_FILTERS).optional(), q: z.string().max(100).optional() }),
    answer: pageOf('orders', OrderListed)
  },
  async ({ ctx, shop, query, page }) =>
    done(await listOrders(ctx, shop.id, { filter: query.filter, search: query.q, ...page }))
)

operation(
  orders,
  {
    ...{ name: 'getOrder', method: 'get', path: '/{id}', permission: 'orders.read', params: byId },
    ...{ summary: 'One order', answer: Order }
  },
  async ({ ctx, shop, params }) => found(await findOrder(ctx, shop.id, params.id), 'not_found')
)

operation(
  orders,
  {
    ...{
      name: 'getOrderHistory',
      method: 'get',
      path: '/{id}/history',
      permission: 'orders.read',
      params: byId
    },
    ...{ summary: 'Everything that happened to an order, newest first', answer: History }
  },
  async ({ ctx, shop, params }) => {
    const order = await findOrder(ctx, shop.id, params.id)
    return order ? done(await readHistory(ctx, shop.id, order.id)) : refused('not_found')
  }
)

operation(
  orders,
  {
    ...{ name: 'getPackingSlip', method: 'get', path: '/{id}/slip', permission: 'orders.read', params: byId },
    ...{ summary: 'What is still to be packed, and for whom', answer: Slip }
  },
  async ({ ctx, shop, params }) => {
    const order = await findOrder(ctx, shop.id, params.id)
    if (!order?.number) return refused('not_found')
    const left = order.lines.map((line) => ({
      ...line,
      quantity: line.quantity - line.fulfilled - line.cancelled
    }))
    const { number, shipTo, rate } = order
    return done({ number, shipTo, rate: rate.name, lines: left.filter(({ quantity }) => quantity > 0) })
  }
)

operation(
  orders,
  {
    ...{
      name: 'markOrderPaid',
      method: 'post',
      path: '/{id}/payment',
      permission: 'orders.pay',
      params: byId
    },
    ...{ summary: 'The money that was owed has come', refusals: ['not_pending'] }
  },
  async ({ ctx, actor, params }) => markPaid(ctx, actor, { orderId: params.id })
)

operation(
  orders,
  {
    ...{
      name: 'sendOrder',
      method: 'post',
      path: '/{id}/fulfilments',
      permission: 'orders.fulfil',
      params: byId
    },
    ...{ summary: 'Send pieces of an order, or hand them over', status: 201 },
    description: 'Everything that is left, if no lines are named.',
    body: z.strictObject({
      lines: Pieces.nullish(),
      seen,
      carrier: z.string().optional(),
      tracking: z.string().optional()
    }),
    example: { carrier: 'Posti', tracking: 'JJFI60000000000000' },
    answer: z.object({ fulfilmentId: z.uuid() }),
    refusals: ['not_open', 'order_changed', 'too_many_pieces', 'nothing_chosen', 'nothing_left']
  },
  async ({ ctx, actor, params, body }) => fulfilOrder(ctx, actor, { orderId: params.id, ...body })
)

operation(
  orders,
  {
    ...{
      name: 'refundOrder',
      method: 'post',
      path: '/{id}/refunds',
      permission: 'orders.refund',
      params: byId
    },
    ...{ summary: 'Give money back', status: 201 },
    description: 'For pieces and delivery, or another whole `amount`.',
    body: z.strictObject({
      ...{ lines: Pieces.optional(), shipping: amount.optional(), amount: amount.nullish(), seen },
      ...{ restock: z.boolean(), reason }
    }),
    example: { lines: [{ lineId, quantity: 1 }], restock: true, reason: 'Too small' },
    answer: z.object({ refundId: z.uuid(), amount }),
    refusals: ['not_paid', 'order_changed', 'too_many_pieces', 'refund_too_much']
  },
  async ({ ctx, actor, params, body }) => refundOrder(ctx, actor, { orderId: params.id, ...body })
)

operation(
  orders,
  {
    ...{ name: 'cancelOrder', method: 'post', path: '/{id}/cancellation', permission: 'orders.refund' },
    ...{ params: byId, summary: 'Call an order off while nothing of it has left' },
    ...{ body: z.strictObject({ reason }), example: { reason: 'Changed their mind' } },
    answer: z.object({ refundId: z.uuid().nullable() }),
    refusals: ['not_open', 'already_sent']
  },
  async ({ ctx, actor, params, body }) => cancelOrder(ctx, actor, { orderId: params.id, ...body })
)

operation(
  orders,
  {
    ...{ name: 'cancelPieces', method: 'post', path: '/{id}/cancelled-pieces', permission: 'orders.refund' },
    ...{ params: byId, summary: 'Cancel pieces that cannot be sent' },
    body: z.strictObject({ lines: Pieces.min(1), seen, restock: z.boolean(), reason }),
    example: { lines: [{ lineId, quantity: 1 }], restock: false },
    answer: z.object({ amount: amount }),
    refusals: ['not_open', 'order_changed', 'too_many_pieces', 'nothing_chosen']
  },
  async ({ ctx, actor, params, body }) => cancelPieces(ctx, actor, { orderId: params.id, ...body })
)

operation(
  orders,
  {
    ...{
      name: 'addOrderNote',
      method: 'post',
      path: '/{id}/notes',
      permission: 'orders.fulfil',
      params: byId
    },
    ...{ summary: 'A note for the others in the studio' },
    ...{ body: z.strictObject({ text: z.string() }), example: { text: 'Ring before bringing it' } }
  },
  async ({ ctx, actor, params, body }) => addNote(ctx, actor, { orderId: params.id, text: body.text })
)
