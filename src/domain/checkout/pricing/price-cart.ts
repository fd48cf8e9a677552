import type { TaxRates } from '#domain/delivery/index.ts'
import { prorate, taxWithin } from '#platform/money/index.ts'

export type PricedInput = {
  variantId: string
  /** Minor units, VAT included. */
  price: number
  quantity: number
  taxClass: string
}

/** What a coupon takes off: whole percent, minor units, or the delivery. */
export type Discount = { kind: 'percent' | 'amount' | 'free_shipping'; value: number }

export type PricedLine = {
  variantId: string
  goods: number
  discount: number
  /** What is paid for the line: goods less discount, VAT included. */
  total: number
  basisPoints: number
  /** The VAT within total. */
  tax: number
}

/** One rate of VAT: how much of the total is taxed by it, and the VAT within that. */
export type TaxPart = { basisPoints: number; gross: number; tax: number }

export type Totals = {
  lines: PricedLine[]
  goods: number
  discount: number
  shipping: number
  /** The VAT within total, delivery included. */
  tax: number
  taxes: TaxPart[]
  total: number
}

/**
 * What a cart costs, in integers of minor units. A discount is spread over the lines, and the VAT of a rate over its
 * lines, by largest remainder, so that parts always add up. Delivery is taxed as the goods it carries, in proportion.
 */
export function priceCart(
  input: readonly PricedInput[],
  coupon: Discount | null,
  rate: { price: number } | null,
  taxRates: TaxRates
): Totals {
  const worth = input.map(({ price, quantity }) => price * quantity)
  const goods = sum(worth)
  const discount = discountOn(goods, coupon)
  const discounts = prorate(discount, worth)
  const totals = worth.map((line, i) => line - discounts[i]!)
  const points = input.map(({ taxClass }) => taxRates[taxClass] ?? taxRates.standard ?? 0)
  const shipping = coupon?.kind === 'free_shipping' ? 0 : (rate?.price ?? 0)
  const taxes = taxParts(totals, points, shipping, taxRates.standard ?? 0)
  const lineTaxes = taxOfLines(totals, points)
  return {
    lines: input.map(({ variantId }, i) => ({
      variantId,
      goods: worth[i]!,
      discount: discounts[i]!,
      total: totals[i]!,
      basisPoints: points[i]!,
      tax: lineTaxes[i]!
    })),
    ...{ goods, discount, shipping, taxes },
    tax: sum(taxes.map(({ tax }) => tax)),
    total: goods - discount + shipping
  }
}

const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0)

function discountOn(goods: number, coupon: Discount | null): number {
  if (!coupon || coupon.kind === 'free_shipping') return 0
  const wanted = coupon.kind === 'percent' ? Math.round((goods * coupon.value) / 100) : coupon.value
  return Math.min(goods, wanted)
}

function taxParts(
  totals: readonly number[],
  points: readonly number[],
  shipping: number,
  standard: number
): TaxPart[] {
  const rates = [...new Set(points)].sort((a, b) => b - a)
  if (rates.length === 0) rates.push(standard)
  const goods = rates.map((rate) => sum(totals.filter((_, i) => points[i] === rate)))
  const carried = prorate(shipping, goods)
  return rates.map((basisPoints, i) => {
    const gross = goods[i]! + carried[i]!
    return { basisPoints, gross, tax: taxWithin(gross, basisPoints) }
  })
}

function taxOfLines(totals: readonly number[], points: readonly number[]): number[] {
  const taxes = totals.map(() => 0)
  for (const rate of new Set(points)) {
    const of = totals.flatMap((_, i) => (points[i] === rate ? [i] : []))
    const gross = of.map((i) => totals[i]!)
    const parts = prorate(taxWithin(sum(gross), rate), gross)
    of.forEach((i, n) => (taxes[i] = parts[n]!))
  }
  return taxes
}
