/** The VAT within an amount that includes it; basis points, 2550 is 25.5 %. */
export const taxWithin = (gross: number, basisPoints: number): number =>
  Math.round((gross * basisPoints) / (10_000 + basisPoints))
