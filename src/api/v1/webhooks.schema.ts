import { z } from '@hono/zod-openapi'
import { EVENT_TYPES } from '#domain/webhooks/index.ts'
import { webhookChange, webhookInput } from '#domain/webhooks/schema.ts'
import { count, moment } from '../fields.ts'

/** A receiver, without its secret. */
export const Webhook = z
  .object({
    id: z.uuid(),
    url: z.string(),
    events: z.array(z.enum(EVENT_TYPES)),
    note: z.string(),
    state: z.enum(['active', 'paused', 'disabled']),
    disabledWhy: z.enum(['gone', 'failing']).nullable(),
    failingSince: moment.nullable(),
    oldSecretUntil: moment.nullable().describe('Until when the secret before this one signs too.'),
    createdAt: moment,
    waiting: count.describe('Deliveries that are still to come.'),
    failed: count.describe('Deliveries of the last thirty days that were given up.')
  })
  .openapi('Webhook')

export const WebhookFields = z.strictObject(webhookInput.shape).openapi('WebhookFields')
export const WebhookChange = z.strictObject(webhookChange.shape).openapi('WebhookChange')

export const Secret = z.object({ secret: z.string() }).openapi('WebhookSecret')
export const MadeWebhook = Webhook.extend(Secret.shape).openapi('MadeWebhook')
export const NewSecret = Secret.extend({ oldValidUntil: moment }).openapi('NewWebhookSecret')

export const deliveryState = z.enum(['waiting', 'delivered', 'failed'])

/** An event on its way to one receiver. */
export const Delivery = z
  .object({
    id: z.uuid(),
    messageId: z.string().describe('The webhook-id: the same for every try and replay.'),
    type: z.string(),
    state: deliveryState,
    tries: count,
    status: z.int().nullable().describe('What the last try was answered.'),
    problem: z.string().nullable(),
    createdAt: moment,
    nextTryAt: moment
      .nullable()
      .describe('Null while an earlier event about the same subject is still waiting.'),
    finishedAt: moment.nullable()
  })
  .openapi('WebhookDelivery')

const Try = z.object({
  n: count,
  status: z.int().nullable(),
  problem: z.string().nullable(),
  answer: z.string().describe('The first 2 KB.'),
  milliseconds: count,
  triedAt: moment
})

export const DeliveryWithLog = Delivery.extend({ body: z.string(), log: z.array(Try) }).openapi(
  'WebhookDeliveryWithLog'
)
