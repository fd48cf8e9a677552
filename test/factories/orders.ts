import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { placeOrder } from '#domain/checkout/index.ts'
import { payInput, type PlaceInput } from '../checkout.ts'
import type { cartFactories } from './carts.ts'

export type GivenOrder = { id: string; token: string; cartId: string }

export function orderFactories(ctx: Context, { cart, passerBy }: ReturnType<typeof cartFactories>) {
  /** An order of these goods, paid by card unless said otherwise, placed as a shopper would. */
  async function order(
    items: { variantId: string; quantity?: number }[],
    options: { actor?: Actor; clickId?: string; pay?: Partial<PlaceInput> } = {}
  ): Promise<GivenOrder> {
    const actor = options.actor ?? passerBy()
    const { cartId, token } = await cart(items, { actor, clickId: options.clickId })
    const placed = await placeOrder(ctx, actor, await payInput(ctx, actor, token, options.pay))
    if (!placed.ok) throw new Error(placed.refusal)
    return { id: placed.value.orderId, token: placed.value.token, cartId }
  }

  return { order }
}
