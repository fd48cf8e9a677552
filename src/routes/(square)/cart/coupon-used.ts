type Coupon = { code: string; refusal: string | null; ours: boolean }

/** The code that takes something off our own sum; one that is meant for a store elsewhere does not. */
export const couponUsed = (coupon: Coupon | null): string | null =>
  coupon?.ours && !coupon.refusal ? coupon.code : null
