/** Active, held back by its owner, or given up by us: because it said it is gone, or failed for days. */
export type WebhookState = 'active' | 'paused' | 'disabled'
export type DisabledWhy = 'gone' | 'failing'

/** Waiting until it was received; failed when it was given up. */
export type DeliveryState = 'waiting' | 'delivered' | 'failed'
