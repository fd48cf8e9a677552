import { error, redirect } from '@sveltejs/kit'
import { findWebhook, listDeliveries, type DeliveryState } from '#domain/webhooks/index.ts'
import { pathIn } from '#domain/shops/index.ts'
import { problemText } from '../problem-text.ts'
import * as deeds from './deeds.ts'
import type { Actions, PageServerLoad } from './$types'

const STATES: readonly DeliveryState[] = ['waiting', 'failed', 'delivered']

export const load: PageServerLoad = async ({ locals: { ctx, shop }, params, url, depends }) => {
  depends('torilla:webhook')
  const webhook = await findWebhook(ctx, shop.id, params.id)
  if (!webhook) error(404, 'No such webhook.')
  const state = STATES.find((one) => one === url.searchParams.get('state'))
  const cursor = url.searchParams.get('after')
  const log = await listDeliveries(ctx, shop.id, webhook.id, { state, cursor, limit: 30 })
  const deliveries = log.deliveries.map((one) => ({ ...one, text: problemText(one) }))
  return { webhook, state: state ?? null, deliveries, next: log.next }
}

export const actions: Actions = {
  ...deeds,
  remove: async (event) => {
    const refused = await deeds.remove(event)
    if (refused) return refused
    const { shop, locale } = event.locals
    redirect(303, pathIn(locale, shop, '/studio/settings/webhooks'))
  }
}
