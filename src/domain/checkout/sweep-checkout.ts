import type { Context } from '#context'
import { settleRefunds } from '#domain/orders/index.ts'
import { releaseExpired } from '#domain/stock/index.ts'
import { settlePayments } from './placing/settle-payments.ts'

/** What time brings about in a shop's checkout: open payments and refunds are settled, old holds let go. */
export async function sweepCheckout(ctx: Context, shopId: number): Promise<void> {
  await settlePayments(ctx, shopId)
  await settleRefunds(ctx, shopId)
  await releaseExpired(ctx, shopId)
}
