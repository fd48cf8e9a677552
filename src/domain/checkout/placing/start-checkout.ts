import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { holdLines, lockCart, readLines, recordCart } from '#domain/carts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Hold } from '#domain/stock/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

export type StartRefusal = 'cart_not_found' | 'cart_empty' | 'cart_ordered' | 'cart_paying'

/** Sets the cart's goods aside for ten minutes, as many as there are, and says which are short. */
export async function startCheckout(
  ctx: Context,
  actor: Actor,
  input: { token: string }
): Promise<Outcome<Hold, StartRefusal>> {
  const { shopId } = actor
  const outcome = await write(ctx, shopId, async (tx) => {
    const cart = await lockCart(tx, actor, input.token)
    if (!cart || cart.state === 'abandoned') return refused('cart_not_found')
    if (cart.state !== 'open') return refused(cart.state === 'ordered' ? 'cart_ordered' : 'cart_paying')
    const lines = await readLines(tx, shopId, cart.id)
    if (lines.length === 0) return refused('cart_empty')
    return done({ hold: await holdLines(ctx, tx, shopId, cart.id, lines), cart })
  })
  if (!outcome.ok) return outcome
  const { hold, cart } = outcome.value
  await recordCart(ctx, actor, cart.id, [], { clickId: cart.clickId, hold: true })
  return done(hold)
}
