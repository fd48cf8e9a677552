import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import type { Added } from './add-to-cart.ts'
import { joinLines } from './claim-cart.ts'
import type { Cart } from './find-cart.ts'
import { lockCart, lockCurrentCart } from './locks.ts'
import { openCart } from './open-cart.ts'

/**
 * An order takes only what we sell ourselves. What a cart that was ordered leaves, goods of stores elsewhere, becomes a
 * cart of its own, or joins the one its member fills by now. Refused with nothing done when it leaves nothing.
 */
export async function keepRest(
  ctx: Context,
  actor: Actor,
  token: string
): Promise<Outcome<Added, 'cart_not_found'>> {
  return write(ctx, actor.shopId, async (tx) => {
    const cart = await lockCart(tx, actor, token)
    if (cart?.state !== 'ordered' || !(await leavesGoods(tx, actor.shopId, cart.id))) {
      return refused('cart_not_found')
    }
    const to = await cartOfNow(ctx, tx, actor, cart)
    await joinLines(tx, actor.shopId, cart.id, to.cartId, leftBy(actor.shopId, cart.id))
    await sql`
      update carts set coupon_code = coalesce(coupon_code, ${cart.couponCode})
      where shop_id = ${actor.shopId} and id = ${to.cartId}`.execute(tx)
    await sql`
      delete from cart_lines where shop_id = ${actor.shopId} and cart_id = ${cart.id}
        and ${leftBy(actor.shopId, cart.id)} and variant_id in (
          select variant_id from cart_lines where shop_id = ${actor.shopId} and cart_id = ${to.cartId})`.execute(
      tx
    )
    return done(to)
  })
}

/** Lines that the cart's order did not take and a store elsewhere sells; what moved there since it was bought here is not among them. */
const leftBy = (shopId: number, cartId: string): RawBuilder<boolean> => sql`variant_id in (
  select variant_id from store_goods where shop_id = ${shopId}) and variant_id not in (
  select l.variant_id from orders o join order_lines l on l.shop_id = o.shop_id and l.order_id = o.id
  where o.shop_id = ${shopId} and o.cart_id = ${cartId} and o.state in ('placing', 'placed', 'completed'))`

async function leavesGoods(tx: Tx, shopId: number, cartId: string): Promise<boolean> {
  const { rows } = await sql`
    select from cart_lines where shop_id = ${shopId} and cart_id = ${cartId} and ${leftBy(shopId, cartId)} limit 1`.execute(
    tx
  )
  return rows.length > 0
}

async function cartOfNow(ctx: Context, tx: Tx, actor: Actor, old: Cart): Promise<Added> {
  const opened = await openCart(ctx, tx, actor, old)
  if (opened) return { cartId: opened.id, token: opened.token, opened: true }
  const own = await lockCurrentCart(tx, actor, null)
  if (!own) return cartOfNow(ctx, tx, actor, old)
  return { cartId: own.id, token: own.id, opened: false }
}
