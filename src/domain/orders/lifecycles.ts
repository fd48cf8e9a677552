import type { Lifecycle } from '#platform/lifecycle.ts'

export type OrderState = 'placing' | 'placed' | 'completed' | 'declined' | 'cancelled'
export type PaymentState =
  'processing' | 'pending' | 'paid' | 'part_refunded' | 'refunded' | 'declined' | 'void'
export type FulfilmentState = 'unfulfilled' | 'part_fulfilled' | 'fulfilled'

/**
 * placing: the money is being asked for. A declined attempt may still turn out to have been paid: then it is placed
 * after all, or cancelled and the money sent back.
 */
export const orderLifecycle: Lifecycle<OrderState> = {
  placing: ['placed', 'declined'],
  placed: ['completed', 'cancelled'],
  completed: [],
  declined: ['placed', 'cancelled'],
  cancelled: []
}

/** void: nobody took the money. Should it turn up late, it is paid after all. */
export const paymentLifecycle: Lifecycle<PaymentState> = {
  processing: ['pending', 'paid', 'declined', 'void'],
  pending: ['paid', 'void'],
  paid: ['part_refunded', 'refunded'],
  part_refunded: ['part_refunded', 'refunded'],
  refunded: [],
  declined: [],
  void: ['paid']
}

export const fulfilmentLifecycle: Lifecycle<FulfilmentState> = {
  unfulfilled: ['part_fulfilled', 'fulfilled'],
  part_fulfilled: ['part_fulfilled', 'fulfilled'],
  fulfilled: []
}
