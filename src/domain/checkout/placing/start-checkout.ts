import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { noteCartTouch } from '#domain/attribution/index.ts'
import { holdLines, isOurs, lockCart, readLines, recordCart, type Cart } from '#domain/carts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Hold } from '#domain/stock/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

export type StartRefusal = 'cart_not_found' | 'cart_empty' | 'cart_elsewhere' | 'cart_ordered' | 'cart_paying'

/**
 * Sets the cart's goods aside for ten minutes, as many as there are, and says which are short. Who came back by another
 * link to pay for what they had chosen before came by that link last.
 */
export async function startCheckout(
  ctx: Context,
  actor: Actor,
  input: { token: string; clickId?: string | null }
): Promise<Outcome<Hold, StartRefusal>> {
  const { shopId } = actor
  const outcome = await write(ctx, shopId, async (tx) => {
    const cart = await lockCart(tx, actor, input.token)
    if (!cart || cart.state === 'abandoned') return refused('cart_not_found')
    if (cart.state !== 'open') return refused(cart.state === 'ordered' ? 'cart_ordered' : 'cart_paying')
    const lines = await readLines(tx, shopId, cart.id)
    if (!lines.some(isOurs)) return refused(lines.length ? 'cart_elsewhere' : 'cart_empty')
    const clickId = await ledBy(ctx, tx, shopId, cart, input.clickId)
    return done({ clickId, hold: await holdLines(ctx, tx, shopId, cart.id, lines), cart })
  })
  if (!outcome.ok) return outcome
  const { hold, cart, clickId } = outcome.value
  await recordCart(ctx, actor, cart.id, [], { clickId, hold: true })
  return done(hold)
}

/** Notes the click id of the address, if it is a new one, and answers by which the cart is led now. */
async function ledBy(
  ctx: Context,
  tx: Tx,
  shopId: number,
  cart: Pick<Cart, 'id' | 'clickId'>,
  clickId: string | null | undefined
): Promise<string | null> {
  if (!clickId || clickId === cart.clickId) return cart.clickId
  await noteCartTouch(ctx, tx, { shopId, cartId: cart.id, clickId })
  await tx
    .updateTable('carts')
    .set({ click_id: clickId })
    .where('shop_id', '=', shopId)
    .where('id', '=', cart.id)
    .execute()
  return clickId
}
