// Whose sale is it: touches that lead to a cart, and how an order's credit is shared between them.
export { creditOrder, noteCartTouch, sourceOfOrder } from './credit-order.ts'
export { creditedOrders, creditsByModel, type Credited, type CreditedOrder } from './credits.ts'
export { LOOKBACK_DAYS, MODELS, share, type Model, type Touchpoint } from './models.ts'
export { networkOfClick } from './network-of-click.ts'
export { orderPath, type OrderPath, type PathStep } from './order-path.ts'
export { recordTouch, sourceOfClick, type TouchInput } from './record-touch.ts'
