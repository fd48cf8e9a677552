import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import type { Cart } from './find-cart.ts'
import { holdAgain } from './hold-lines.ts'
import { lockCart } from './locks.ts'

export type EditRefusal = 'cart_not_found' | 'cart_paying' | 'cart_ordered'

/** The frame of every change to a cart: locked, still open, and what it holds follows its lines afterwards. */
export async function editCart<R extends string>(
  ctx: Context,
  actor: Actor,
  token: string,
  work: (tx: Tx, cart: Cart) => Promise<Outcome<unknown, R>>
): Promise<Outcome<null, R | EditRefusal>> {
  return write(ctx, actor.shopId, async (tx) => {
    const cart = await lockCart(tx, actor, token)
    if (!cart || cart.state === 'abandoned') return refused('cart_not_found')
    if (cart.state === 'ordered') return refused('cart_ordered')
    if (cart.state === 'paying') return refused('cart_paying')
    const outcome = await work(tx, cart)
    if (!outcome.ok) return outcome
    await holdAgain(ctx, tx, actor.shopId, cart.id)
    await tx
      .updateTable('carts')
      .set({ updated_at: ctx.clock.now() })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', cart.id)
      .execute()
    return done(null)
  })
}
