import { z } from '@hono/zod-openapi'
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  enableWebhook,
  findSecret,
  findWebhook,
  listWebhooks,
  rotateSecret,
  sendTest,
  setWebhookPaused
} from '#domain/webhooks/index.ts'
import { done } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId, found } from '../fields.ts'
import { operation } from '../operation.ts'
import { webhookDeliveries } from './webhook-deliveries.ts'
import { MadeWebhook, NewSecret, Secret, Webhook, WebhookChange, WebhookFields } from './webhooks.schema.ts'

/** Who is told what happens on the square. What is sent is described under `webhooks` in this document. */
export const webhooks = openApp()
webhooks.route('/', webhookDeliveries)

const example = { url: 'https://warehouse.example/hook', events: ['order.paid' as const], note: 'Warehouse' }
const missing = 'webhook_not_found'
const watched = { watches: 'webhook' } as const
const one = {
  permission: 'shop.webhooks',
  params: byId,
  refusals: [missing] as readonly string[]
} as const

operation(
  webhooks,
  {
    ...{ name: 'listWebhooks', method: 'get', path: '/', permission: 'shop.webhooks' },
    summary: 'All webhooks, oldest first',
    answer: z.object({ webhooks: z.array(Webhook) })
  },
  async ({ ctx, shop }) => done({ webhooks: await listWebhooks(ctx, shop.id) })
)

operation(
  webhooks,
  {
    ...{ name: 'createWebhook', method: 'post', path: '/', permission: 'shop.webhooks', status: 201 },
    summary: 'Make a webhook; answers its secret too',
    ...{ body: WebhookFields, example, answer: MadeWebhook, refusals: ['url_refused', 'too_many_webhooks'] }
  },
  async ({ c, ctx, actor, shop, body }) => {
    const made = await createWebhook(ctx, actor, body)
    if (!made.ok) return made
    c.header('cache-control', 'no-store')
    const { id, secret } = made.value
    return done({ ...(await findWebhook(ctx, shop.id, id)), secret })
  }
)

operation(
  webhooks,
  {
    ...one,
    name: 'getWebhook',
    method: 'get',
    path: '/{id}',
    summary: 'One webhook',
    ...watched,
    answer: Webhook
  },
  async ({ ctx, shop, params }) => found(await findWebhook(ctx, shop.id, params.id), missing)
)

operation(
  webhooks,
  {
    ...one,
    ...{
      name: 'changeWebhook',
      method: 'patch',
      path: '/{id}',
      ...{ summary: 'Change its address, events or note', ...watched }
    },
    ...{ body: WebhookChange, example, refusals: [missing, 'url_refused'] }
  },
  ({ ctx, actor, params, body }) => changeWebhook(ctx, actor, params.id, body)
)

operation(
  webhooks,
  {
    ...one,
    name: 'deleteWebhook',
    method: 'delete',
    path: '/{id}',
    ...watched,
    summary: 'Delete a webhook and its log'
  },
  ({ ctx, actor, params }) => deleteWebhook(ctx, actor, params.id)
)

operation(
  webhooks,
  {
    ...one,
    ...{ name: 'pauseWebhook', method: 'put', path: '/{id}/pause', refusals: [missing, 'webhook_disabled'] },
    ...{ summary: 'Hold its deliveries back; none is lost', ...watched }
  },
  ({ ctx, actor, params }) => setWebhookPaused(ctx, actor, { id: params.id, paused: true })
)

operation(
  webhooks,
  {
    ...one,
    ...{
      name: 'resumeWebhook',
      method: 'delete',
      path: '/{id}/pause',
      refusals: [missing, 'webhook_disabled']
    },
    ...{ summary: 'Let its deliveries go', ...watched }
  },
  ({ ctx, actor, params }) => setWebhookPaused(ctx, actor, { id: params.id, paused: false })
)

operation(
  webhooks,
  {
    ...one,
    ...{ name: 'enableWebhook', method: 'delete', path: '/{id}/disablement' },
    ...{ summary: 'Use a webhook again that was given up', ...watched },
    refusals: [missing, 'webhook_not_disabled']
  },
  ({ ctx, actor, params }) => enableWebhook(ctx, actor, params.id)
)

operation(
  webhooks,
  {
    ...one,
    ...{ name: 'testWebhook', method: 'post', path: '/{id}/test', refusals: [missing, 'webhook_not_active'] },
    summary: 'Send it a test event, webhook.test'
  },
  ({ ctx, actor, params }) => sendTest(ctx, actor, params.id)
)

operation(
  webhooks,
  {
    ...one,
    ...{ name: 'getWebhookSecret', method: 'get', path: '/{id}/secret', answer: Secret },
    summary: 'What its signatures are checked with'
  },
  async ({ c, ctx, shop, params }) => {
    c.header('cache-control', 'no-store')
    const secret = await findSecret(ctx, shop.id, params.id)
    return found(secret && { secret }, missing)
  }
)

operation(
  webhooks,
  {
    ...one,
    ...{ name: 'rotateWebhookSecret', method: 'post', path: '/{id}/secret', answer: NewSecret },
    summary: 'Change the secret; the one before signs too for a day'
  },
  async ({ c, ctx, actor, params }) => {
    c.header('cache-control', 'no-store')
    return rotateSecret(ctx, actor, params.id)
  }
)
