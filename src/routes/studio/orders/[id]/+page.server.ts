import { error } from '@sveltejs/kit'
import { can } from '#domain/accounts/index.ts'
import { orderPath } from '#domain/attribution/index.ts'
import {
  addNote,
  cancelOrder,
  cancelPieces,
  findOrder,
  fulfilOrder,
  markPaid,
  readHistory,
  refundOrder
} from '#domain/orders/index.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { cancelPiecesInputOf, fulfilInputOf, refundInputOf } from './read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor }, params }) => {
  const order = await findOrder(ctx, shop.id, params.id)
  if (!order?.number) error(404, 'not_found')
  const [history, path] = await Promise.all([
    readHistory(ctx, shop.id, order.id),
    orderPath(ctx, shop.id, order.id)
  ])
  const may = {
    serve: can(actor, 'orders.fulfil'),
    pay: can(actor, 'orders.pay'),
    refund: can(actor, 'orders.refund')
  }
  return { order, history, path, may }
}

export const actions: Actions = {
  pay: async (event) => {
    const outcome = await markPaid(event.locals.ctx, event.locals.actor, { orderId: event.params.id })
    return outcome.ok ? { saved: 'pay' } : refuse(event, outcome, { form: 'pay' })
  },
  fulfil: async (event) => {
    const fields = await fieldsOf(event)
    const input = fulfilInputOf(event.params.id, fields)
    const outcome = await fulfilOrder(event.locals.ctx, event.locals.actor, input)
    return outcome.ok ? { saved: 'fulfil' } : refuse(event, outcome, { ...fields, form: 'fulfil' })
  },
  refund: async (event) => {
    const fields = await fieldsOf(event)
    const input = refundInputOf(event.params.id, fields, event.locals.shop.currency)
    if (!input.ok) return refuse(event, input, { ...fields, form: 'refund' })
    const outcome = await refundOrder(event.locals.ctx, event.locals.actor, input.value)
    return outcome.ok ? { saved: 'refund' } : refuse(event, outcome, { ...fields, form: 'refund' })
  },
  cancel: async (event) => {
    const { reason = '' } = await fieldsOf(event)
    const outcome = await cancelOrder(event.locals.ctx, event.locals.actor, {
      orderId: event.params.id,
      reason
    })
    return outcome.ok ? { saved: 'cancel' } : refuse(event, outcome, { reason, form: 'cancel' })
  },
  cancelPieces: async (event) => {
    const fields = await fieldsOf(event)
    const input = cancelPiecesInputOf(event.params.id, fields)
    const outcome = await cancelPieces(event.locals.ctx, event.locals.actor, input)
    return outcome.ok
      ? { saved: 'cancelPieces' }
      : refuse(event, outcome, { ...fields, form: 'cancelPieces' })
  },
  note: async (event) => {
    const { text = '' } = await fieldsOf(event)
    const outcome = await addNote(event.locals.ctx, event.locals.actor, { orderId: event.params.id, text })
    return outcome.ok ? { saved: 'note' } : refuse(event, outcome, { text, form: 'note' })
  }
}
