import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { lockCart } from '#domain/carts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { detailsInput } from '../schema.ts'

export type DetailsRefusal = 'invalid' | 'cart_not_found' | 'cart_ordered' | 'cart_paying'

/** Keeps what a buyer has typed so far, so that country and delivery are reckoned with. What makes no sense is left out. */
export async function saveDetails(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof detailsInput>
): Promise<Outcome<null, DetailsRefusal>> {
  const parsed = parse(detailsInput, input)
  if (!parsed.ok) return parsed
  const { token, email, shipTo, rateId, country } = parsed.value
  return write(ctx, actor.shopId, async (tx) => {
    const cart = await lockCart(tx, actor, token)
    if (!cart || cart.state === 'abandoned') return refused('cart_not_found')
    if (cart.state !== 'open') return refused(cart.state === 'ordered' ? 'cart_ordered' : 'cart_paying')
    await tx
      .updateTable('carts')
      .set({
        ...(email && { email }),
        ...(shipTo && { ship_to: JSON.stringify(shipTo) }),
        ...(rateId && { shipping_rate_id: rateId }),
        country: country ?? shipTo?.country ?? cart.country,
        updated_at: ctx.clock.now()
      })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', cart.id)
      .execute()
    return done(null)
  })
}
