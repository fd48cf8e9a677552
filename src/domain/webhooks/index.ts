// Telling machines: what happens on the square is posted, signed, to whoever asked for it, in order and until it was received.
export { EVENT_TYPES, whatIsSent, type EventType } from './catalogue.ts'
export { changeWebhook } from './change-webhook.ts'
export { createWebhook } from './create-webhook.ts'
export { deleteWebhook } from './delete-webhook.ts'
export { enableWebhook } from './enable-webhook.ts'
export { fanOutWebhooks } from './fan-out.ts'
export {
  findDelivery,
  findSecret,
  findWebhook,
  listDeliveries,
  listWebhooks,
  type DeliveryView,
  type TryView,
  type WebhookView
} from './queries.ts'
export { replayDelivery, replayFailed } from './replay-delivery.ts'
export { rotateSecret } from './rotate-secret.ts'
export type { WebhookChange, WebhookInput } from './schema.ts'
export { sendTest } from './send-test.ts'
export { sendWebhooks } from './send-webhooks.ts'
export { setWebhookPaused } from './set-webhook-paused.ts'
export { forgetWebhooks, wakeWebhooks } from './sweep-webhooks.ts'
export type { DeliveryState, DisabledWhy, WebhookState } from './webhook.ts'
