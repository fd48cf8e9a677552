import { z } from '@hono/zod-openapi'
import {
  findDelivery,
  findWebhook,
  listDeliveries,
  replayDelivery,
  replayFailed
} from '#domain/webhooks/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId, count, found, id, pageOf } from '../fields.ts'
import { operation } from '../operation.ts'
import { Delivery, deliveryState, DeliveryWithLog } from './webhooks.schema.ts'

/** What was sent to a webhook in the last thirty days, and how it was received. */
export const webhookDeliveries = openApp()

const permission = 'shop.webhooks'
const one = z.object({ id, delivery: id })

operation(
  webhookDeliveries,
  {
    ...{ name: 'listWebhookDeliveries', method: 'get', path: '/{id}/deliveries', permission, paged: true },
    summary: 'A webhook’s log, newest first',
    params: byId,
    query: z.object({ state: deliveryState.optional() }),
    answer: pageOf('deliveries', Delivery),
    refusals: ['webhook_not_found']
  },
  async ({ ctx, shop, params, query, page }) => {
    if (!(await findWebhook(ctx, shop.id, params.id))) return refused('webhook_not_found')
    return done(await listDeliveries(ctx, shop.id, params.id, { ...query, ...page }))
  }
)

operation(
  webhookDeliveries,
  {
    ...{ name: 'getWebhookDelivery', method: 'get', path: '/{id}/deliveries/{delivery}', permission },
    ...{ params: one, answer: DeliveryWithLog, refusals: ['delivery_not_found'] },
    summary: 'What was sent, and how each try went'
  },
  async ({ ctx, shop, params }) => {
    const which = { webhookId: params.id, deliveryId: params.delivery }
    return found(await findDelivery(ctx, shop.id, which), 'delivery_not_found')
  }
)

operation(
  webhookDeliveries,
  {
    ...{ name: 'replayWebhookDelivery', method: 'post', path: '/{id}/deliveries/{delivery}/replay' },
    summary: 'Send it once more, under the same webhook-id',
    ...{ permission, params: one },
    refusals: ['webhook_not_found', 'delivery_not_found', 'delivery_waiting', 'webhook_not_active']
  },
  ({ ctx, actor, params }) =>
    replayDelivery(ctx, actor, { webhookId: params.id, deliveryId: params.delivery })
)

operation(
  webhookDeliveries,
  {
    ...{ name: 'replayFailedWebhookDeliveries', method: 'post', path: '/{id}/replay', permission },
    summary: 'Send everything again that was given up, in order',
    ...{ params: byId, answer: z.object({ deliveries: count }) },
    refusals: ['webhook_not_found', 'webhook_not_active']
  },
  ({ ctx, actor, params }) => replayFailed(ctx, actor, params.id)
)
