import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import {
  addToCart,
  findCurrentCart,
  setCoupon,
  type AddRefusal,
  type AddToCart,
  type PutIn
} from '#domain/carts/index.ts'
import { refused, type Outcome } from '#platform/outcome.ts'
import { proposeCart } from './propose-cart.ts'
import type { Item } from './read-items.ts'

/**
 * Puts a proposed cart's goods and its coupon into the shopper's own cart: all that was shown, or nothing. What is to
 * be had no more as it was shown is refused, so that nobody pays for less, or for more, than they pressed for.
 */
export async function takeProposal(
  ctx: Context,
  actor: Actor,
  proposal: { items: readonly Item[]; code: string | null },
  cart: Omit<AddToCart, 'items'>
): Promise<Outcome<PutIn, AddRefusal | 'proposal_empty' | 'proposal_changed'>> {
  const { country, token = null } = cart
  const cartId = (await findCurrentCart(ctx, actor, token))?.id ?? null
  const {
    lines: ours,
    elsewhere,
    missing,
    coupon
  } = await proposeCart(ctx, actor.shopId, {
    ...{ items: proposal.items, codes: proposal.code ? [proposal.code] : [] },
    ...{ country, cartId }
  })
  const lines = [...ours, ...elsewhere.flatMap((group) => group.lines)]
  if (lines.length === 0) return refused('proposal_empty')
  const isLess = missing.length > 0 || lines.some(({ problem }) => problem)
  if (isLess || coupon?.refusal) return refused('proposal_changed')
  const goods = lines.map(({ variantId, quantity }) => ({ variantId, quantity }))
  const added = await addToCart(ctx, actor, { ...cart, items: goods, atLeast: true })
  if (added.ok && coupon) {
    await setCoupon(ctx, actor, { token: added.value.token, code: coupon.code })
  }
  return added
}
