import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { addToCart, type Added } from '#domain/carts/index.ts'

export function cartFactories(ctx: Context, shopId: number) {
  const passerBy: Actor = { shopId, role: 'guest', memberId: null, visitor: null }

  /** A cart with these goods in it, a guest's if no actor is given. */
  async function cart(
    items: { variantId: string; quantity?: number }[],
    options: { actor?: Actor; token?: string; postId?: string; clickId?: string } = {}
  ): Promise<Added> {
    const { actor, ...rest } = options
    const wanted = items.map((item) => ({ quantity: 1, ...item }))
    const input = { items: wanted, country: 'FI', locale: 'en', ...rest }
    const added = await addToCart(ctx, actor ?? passerBy, input)
    if (!added.ok) throw new Error(added.refusal)
    return added.value
  }

  return { cart, passerBy: () => passerBy }
}
