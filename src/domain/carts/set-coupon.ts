import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { couponCode, findCoupon, judgeCoupon, type CouponRefusal } from '#domain/coupons/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { editCart, type EditRefusal } from './edit-cart.ts'
import { isOurs } from './goods.ts'
import { readLines } from './lines.ts'

/**
 * Puts a coupon on a cart, or takes it off with null. Whether it may be used is judged again when the order is placed. A
 * code that means nothing here may mean something to a store elsewhere that sells goods of this cart.
 */
export async function setCoupon(
  ctx: Context,
  actor: Actor,
  input: { token: string; code: string | null }
): Promise<Outcome<null, CouponRefusal | EditRefusal>> {
  return editCart<CouponRefusal>(ctx, actor, input.token, async (tx, cart) => {
    if (input.code === null) return saveCode(tx, actor.shopId, cart.id, null)
    const code = couponCode.safeParse(input.code)
    const coupon = code.success ? await findCoupon(tx, actor.shopId, code.data) : undefined
    const lines = await readLines(tx, actor.shopId, cart.id)
    const ours = lines.filter(isOurs)
    const isTheirs = ours.length < lines.length && (ours.length === 0 || !coupon)
    if (code.success && isTheirs) return saveCode(tx, actor.shopId, cart.id, code.data)
    const goods = ours.reduce((sum, line) => sum + line.price * line.quantity, 0)
    const refusal = judgeCoupon(coupon, { goods, now: ctx.clock.now() })
    if (refusal) return refused(refusal, { code: input.code.slice(0, 40), least: coupon?.minGoods ?? 0 })
    return saveCode(tx, actor.shopId, cart.id, coupon!.code)
  })
}

async function saveCode(tx: Tx, shopId: number, cartId: string, code: string | null) {
  await tx
    .updateTable('carts')
    .set({ coupon_code: code })
    .where('shop_id', '=', shopId)
    .where('id', '=', cartId)
    .execute()
  return done(null)
}
