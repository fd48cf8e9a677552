import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { editCart } from './edit-cart.ts'
import type { LineRefusal } from './set-quantity.ts'

/** Takes everything out of a cart that one store elsewhere sells: it was bought there, or is wanted no more. */
export async function removeLinesOf(
  ctx: Context,
  actor: Actor,
  { token, storeId }: { token: string; storeId: string }
): Promise<Outcome<null, LineRefusal>> {
  if (!isUuid(storeId)) return refused('line_not_found')
  return editCart<'line_not_found'>(ctx, actor, token, async (tx, cart) => {
    const gone = await tx
      .deleteFrom('cart_lines')
      .where('shop_id', '=', actor.shopId)
      .where('cart_id', '=', cart.id)
      .where('variant_id', 'in', (eb) =>
        eb
          .selectFrom('store_goods')
          .select('variant_id')
          .where('shop_id', '=', actor.shopId)
          .where('store_id', '=', storeId)
      )
      .executeTakeFirst()
    return gone.numDeletedRows ? done(null) : refused('line_not_found')
  })
}
