// Coupons: what a code takes off, for whom, when and how often. The limits hold at any concurrency.
export { createCoupon, type CreateCouponRefusal } from './create-coupon.ts'
export { enableCoupon } from './enable-coupon.ts'
export { judgeCoupon, type CouponRefusal } from './judge-coupon.ts'
export { releaseCoupon, takeCoupon } from './take-coupon.ts'
export { findCoupon, findCouponById, listCoupons, type Coupon, type CouponListed } from './queries.ts'
export { couponCode, type CouponInput } from './schema.ts'
export { saveCoupons } from './save-coupons.ts'
