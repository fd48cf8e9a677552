import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Stops a coupon, or lets it work again. Orders that used it keep what they got. */
export async function enableCoupon(
  ctx: Context,
  actor: Actor,
  input: { id: string; enabled: boolean }
): Promise<Outcome<null, 'not_found'>> {
  if (!isUuid(input.id)) return refused('not_found')
  return write(ctx, actor.shopId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('coupons')
      .set({ disabled_at: input.enabled ? null : ctx.clock.now() })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', input.id)
      .executeTakeFirst()
    return numUpdatedRows ? done(null) : refused('not_found')
  })
}
