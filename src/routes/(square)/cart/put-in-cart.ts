import type { RequestEvent } from '@sveltejs/kit'
import { recordTouch } from '#domain/attribution/index.ts'
import { addToCart, claimCart, keepRest } from '#domain/carts/index.ts'
import { isUuid } from '#platform/ids.ts'
import { keepCart, keptCart } from './kept-cart.ts'

/**
 * Puts what a Buy form names into the shopper's cart, led there by a post if it says so, and keeps the cart's key. What is
 * bought at once, with `hold`, is there once however often it is pressed.
 */
export async function putInCart(event: RequestEvent, fields: Record<string, string>, hold: boolean) {
  const { ctx, actor, shop, locale, clickId } = event.locals
  await claimCart(ctx, actor, keptCart(event))
  const token = await restOf(event)
  const postId = isUuid(fields.post) ? fields.post : null
  const productId = isUuid(fields.product) ? fields.product : null
  const led =
    (postId ?? clickId) ? await recordTouch(ctx, ctx.db, actor, { postId, productId, clickId }) : null
  const quantity = Number(fields.quantity || 1)
  const item = fields.variant
    ? { variantId: fields.variant, quantity }
    : { productId: productId ?? '', quantity }
  const added = await addToCart(ctx, actor, {
    ...{ token, items: [item], postId, clickId: led, hold, atLeast: hold },
    ...{ country: shop.country, locale }
  })
  if (added.ok) keepCart(event, added.value.token)
  return added
}

/** The key of the cart at hand: of what an order left of it, when stores elsewhere sell that. */
export async function restOf(event: Pick<RequestEvent, 'cookies' | 'locals'>): Promise<string | null> {
  const token = keptCart(event)
  const rest = token ? await keepRest(event.locals.ctx, event.locals.actor, token) : null
  if (!rest?.ok) return token
  keepCart(event, rest.value.token)
  return rest.value.token
}

/** The basket, in an address that opens it also where the browser keeps nothing. */
export const basketOf = ({ token }: { token: string }): string => `/cart?cart=${token}`

/** Where someone goes whose thing could not be put in: the cart, which says what happened and what else there is. */
export function goneAddress(fields: Record<string, string>): string {
  const id = [fields.variant, fields.product].find((one) => isUuid(one))
  return id ? `/cart?gone=${id}` : '/cart'
}
