import type { Coupon } from './queries.ts'

export type CouponRefusal =
  | 'coupon_unknown'
  | 'coupon_ended'
  | 'coupon_not_started'
  | 'coupon_used_up'
  | 'coupon_used_by_you'
  | 'coupon_min_goods'

/** Why this coupon does not work for goods of this worth at this moment; undefined when it does. */
export function judgeCoupon(
  coupon: Coupon | undefined,
  { goods, now }: { goods: number; now: Date }
): CouponRefusal | undefined {
  if (!coupon || coupon.disabledAt) return 'coupon_unknown'
  if (coupon.startsAt && now < coupon.startsAt) return 'coupon_not_started'
  if (coupon.endsAt && now >= coupon.endsAt) return 'coupon_ended'
  if (coupon.maxUses !== null && coupon.used >= coupon.maxUses) return 'coupon_used_up'
  if (goods < coupon.minGoods) return 'coupon_min_goods'
  return undefined
}
