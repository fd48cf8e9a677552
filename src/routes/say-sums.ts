import type { RequestEvent } from '@sveltejs/kit'
import { formatMoney } from '#platform/money/index.ts'

type Refusal = { refusal: string; detail?: Record<string, string | number> }

/** Which details of a refusal are sums of money, in minor units of the shop's currency. */
const SUMS: Record<string, string> = {
  price_changed: 'total',
  coupon_min_goods: 'least',
  refund_too_much: 'left'
}

/** A refusal with its sum written as the reader writes money. */
export function saySums({ locals }: Pick<RequestEvent, 'locals'>, refused: Refusal): Refusal {
  const name = SUMS[refused.refusal]
  const amount = name === undefined ? undefined : refused.detail?.[name]
  if (!name || typeof amount !== 'number') return refused
  const sum = formatMoney({ amount, currency: locals.shop.currency }, locals.locale)
  return { ...refused, detail: { ...refused.detail, [name]: sum } }
}
