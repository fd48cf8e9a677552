import type { Lifecycle } from '#platform/lifecycle.ts'
import type { StoreOrderState } from './said.ts'

/**
 * What an order elsewhere may become. A store may think again, so that much is possible: a refund is taken back, a
 * cancelled order goes on. What was paid is never open again.
 */
export const storeOrderLifecycle: Lifecycle<StoreOrderState> = {
  open: ['paid', 'part_refunded', 'refunded', 'cancelled'],
  paid: ['part_refunded', 'refunded', 'cancelled'],
  part_refunded: ['paid', 'refunded', 'cancelled'],
  refunded: ['paid', 'part_refunded', 'cancelled'],
  cancelled: ['open', 'paid', 'part_refunded', 'refunded']
}

type Facts = { cancelled: boolean; paid: boolean; total: number; refunded: number }

/** The state that follows from all that was told. */
export function stateOf({ cancelled, paid, total, refunded }: Facts): StoreOrderState {
  if (cancelled) return 'cancelled'
  if (!paid) return 'open'
  if (refunded <= 0) return 'paid'
  return refunded >= total ? 'refunded' : 'part_refunded'
}

/** What of the goods is no longer earned: of a cancelled order all, of a refund the share that it is of the order's total. */
export function unearned({ cancelled, total, refunded }: Facts, goods: number): number {
  if (cancelled || refunded >= total) return cancelled || refunded > 0 ? goods : 0
  return Math.round((goods * Math.max(0, refunded)) / total)
}
