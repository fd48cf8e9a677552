import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, type Outcome } from '#platform/outcome.ts'

/** The shop keeps the delivery prices it started with. Saying so again keeps the first time. */
export async function confirmDelivery(ctx: Context, { shopId }: Actor): Promise<Outcome<null, never>> {
  return write(ctx, shopId, async (tx) => {
    await tx
      .updateTable('shops')
      .set({ delivery_confirmed_at: ctx.clock.now() })
      .where('shop_id', '=', shopId)
      .where('delivery_confirmed_at', 'is', null)
      .execute()
    return done(null)
  })
}
