import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { editCart } from './edit-cart.ts'
import type { LineRefusal } from './set-quantity.ts'

/** Takes out of a cart what was taken to one store elsewhere: it was bought there, or is wanted no more. What never went there stays. */
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
      .where(
        sql<boolean>`variant_id in (select (line ->> 'variantId')::uuid
          from hand_overs h cross join jsonb_array_elements(h.lines) as line
          where h.shop_id = ${actor.shopId} and h.cart_id = ${cart.id} and h.store_id = ${storeId})`
      )
      .executeTakeFirst()
    return gone.numDeletedRows ? done(null) : refused('line_not_found')
  })
}
