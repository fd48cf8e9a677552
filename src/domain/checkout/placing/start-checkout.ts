import type { Context } from '#context'
import { actorKey, isStaff, type Actor } from '#domain/accounts/index.ts'
import { sourceOfClick } from '#domain/attribution/index.ts'
import { holdLines, lockCart, readLines } from '#domain/carts/index.ts'
import { append, write } from '#domain/ledger/index.ts'
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
  return write(ctx, shopId, async (tx) => {
    const cart = await lockCart(tx, actor, input.token)
    if (!cart || cart.state === 'abandoned') return refused('cart_not_found')
    if (cart.state !== 'open') return refused(cart.state === 'ordered' ? 'cart_ordered' : 'cart_paying')
    const lines = await readLines(tx, shopId, cart.id)
    if (lines.length === 0) return refused('cart_empty')
    const hold = await holdLines(ctx, tx, shopId, cart.id, lines)
    if (!isStaff(actor)) {
      const source = await sourceOfClick(tx, shopId, cart.clickId)
      const about = { subject: { kind: 'cart', id: cart.id }, payload: { cartId: cart.id }, source } as const
      const dedupeKey = `checkout:${cart.id}`
      await append(ctx, tx, shopId, [{ kind: 'checkout', actor: actorKey(actor), ...about, dedupeKey }])
    }
    return done(hold)
  })
}
