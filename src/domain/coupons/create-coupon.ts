import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { couponInput, type CouponInput } from './schema.ts'

export type CreateCouponRefusal = 'invalid' | 'coupon_taken'

/** A code exists once per shop, however it is written. */
export async function createCoupon(
  ctx: Context,
  actor: Actor,
  input: CouponInput
): Promise<Outcome<{ id: string; code: string }, CreateCouponRefusal>> {
  const parsed = parse(couponInput, input)
  if (!parsed.ok) return parsed
  const { code, kind, value, minGoods, startsAt, endsAt, maxUses, oncePerEmail, campaignId } = parsed.value
  return write(ctx, actor.shopId, async (tx) => {
    const made = await tx
      .insertInto('coupons')
      .values({
        shop_id: actor.shopId,
        id: ctx.ids.next(),
        code,
        kind,
        value: kind === 'free_shipping' ? 0 : value,
        min_goods: minGoods,
        starts_at: startsAt ?? null,
        ends_at: endsAt ?? null,
        max_uses: maxUses ?? null,
        once_per_email: oncePerEmail,
        campaign_id: campaignId ?? null,
        created_at: ctx.clock.now()
      })
      .onConflict((c) => c.doNothing())
      .returning(['id', 'code'])
      .executeTakeFirst()
    return made ? done(made) : refused('coupon_taken')
  })
}
