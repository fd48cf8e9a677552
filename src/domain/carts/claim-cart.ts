import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done } from '#platform/outcome.ts'
import type { Cart } from './find-cart.ts'
import { holdAgain } from './hold-lines.ts'
import { lockCart } from './locks.ts'
import { MOST_LINES, MOST_OF_ONE } from './schema.ts'

/**
 * A guest who signs in keeps the cart at hand, and what the member had put in elsewhere joins it. The address of the
 * cart at hand stays good. Does nothing for a cart that is somebody's already, or while either is being paid.
 */
export async function claimCart(ctx: Context, actor: Actor, token: string | null): Promise<void> {
  const { memberId, shopId } = actor
  if (!memberId || !token) return
  await write(ctx, shopId, async (tx) => {
    await lockMember(tx, shopId, memberId)
    const cart = await lockCart(tx, actor, token)
    if (cart?.state !== 'open' || cart.memberId !== null) return done(null)
    if (!(await retireOldCart(ctx, tx, shopId, memberId, cart))) return done(null)
    await tx
      .updateTable('carts')
      .set({ member_id: memberId, updated_at: ctx.clock.now() })
      .where('shop_id', '=', shopId)
      .where('id', '=', cart.id)
      .execute()
    await holdAgain(ctx, tx, shopId, cart.id)
    return done(null)
  })
}

/** Two devices that sign in at once take turns. */
const lockMember = (tx: Tx, shopId: number, memberId: string) =>
  tx
    .selectFrom('members')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('id', '=', memberId)
    .forNoKeyUpdate()
    .execute()

/** Moves the lines of the member's other cart over, and what led to them, as far as there is room. False while that one is being paid. */
async function retireOldCart(
  ctx: Context,
  tx: Tx,
  shopId: number,
  memberId: string,
  cart: Cart
): Promise<boolean> {
  const old = await tx
    .selectFrom('carts')
    .select(['id', 'state', 'coupon_code', 'click_id'])
    .where('shop_id', '=', shopId)
    .where('member_id', '=', memberId)
    .where('state', 'in', ['open', 'paying'])
    .forUpdate()
    .executeTakeFirst()
  if (!old) return true
  if (old.state === 'paying') return false
  await joinLines(tx, shopId, old.id, cart.id)
  await tx
    .updateTable('carts')
    .set({ state: 'abandoned', updated_at: ctx.clock.now() })
    .where('shop_id', '=', shopId)
    .where('id', '=', old.id)
    .execute()
  await tx
    .updateTable('carts')
    .set({ coupon_code: cart.couponCode ?? old.coupon_code, click_id: cart.clickId ?? old.click_id })
    .where('shop_id', '=', shopId)
    .where('id', '=', cart.id)
    .execute()
  return true
}

/** Copies lines and what led to them from one cart to another, as many as fit. */
export async function joinLines(
  tx: Tx,
  shopId: number,
  from: string,
  to: string,
  which: RawBuilder<boolean> = sql`true`
): Promise<void> {
  await sql`
    insert into cart_lines (shop_id, cart_id, variant_id, quantity, price_seen, choice_open, post_id, click_id, added_at)
    select shop_id, ${to}, variant_id, quantity, price_seen, choice_open, post_id, click_id, added_at
    from cart_lines where shop_id = ${shopId} and cart_id = ${from} and ${which} order by added_at
    limit ${MOST_LINES} - (select count(*) from cart_lines where shop_id = ${shopId} and cart_id = ${to})
    on conflict (shop_id, cart_id, variant_id) do update set
      quantity = least(${MOST_OF_ONE}, cart_lines.quantity + excluded.quantity),
      choice_open = cart_lines.choice_open and excluded.choice_open`.execute(tx)
  await sql`
    insert into cart_touches (shop_id, cart_id, click_id, noted_at)
    select shop_id, ${to}, click_id, noted_at from cart_touches where shop_id = ${shopId} and cart_id = ${from}
    on conflict do nothing`.execute(tx)
}
