import type { Order } from '#domain/orders/index.ts'
import * as m from '#messages'

/** How far an order's goods have come, in a word or two; what is fetched is handed over, not sent. */
export function goodsStep(state: Order['fulfilmentState'], pickup: boolean): string {
  if (state === 'unfulfilled') return m.order_step_packing()
  if (state === 'part_fulfilled') return pickup ? m.order_step_part_handed() : m.order_step_part_sent()
  return pickup ? m.order_step_handed() : m.order_step_sent()
}
