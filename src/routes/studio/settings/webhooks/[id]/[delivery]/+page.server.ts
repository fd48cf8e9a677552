import { error } from '@sveltejs/kit'
import { findDelivery, findWebhook, replayDelivery } from '#domain/webhooks/index.ts'
import { refuse } from '../../../../../refuse.ts'
import { problemText } from '../../problem-text.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop }, params }) => {
  const which = { webhookId: params.id, deliveryId: params.delivery }
  const [webhook, delivery] = await Promise.all([
    findWebhook(ctx, shop.id, params.id),
    findDelivery(ctx, shop.id, which)
  ])
  if (!webhook || !delivery) error(404, 'No such delivery.')
  const log = delivery.log.map((one) => ({ ...one, text: problemText(one) }))
  return { webhook, delivery: { ...delivery, log } }
}

export const actions: Actions = {
  replay: async (event) => {
    const which = { webhookId: event.params.id, deliveryId: event.params.delivery }
    const outcome = await replayDelivery(event.locals.ctx, event.locals.actor, which)
    return outcome.ok ? { said: 'replayed' } : refuse(event, outcome)
  }
}
