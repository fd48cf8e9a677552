import { z } from 'zod'
import type { Said, SaidRefund } from '../said.ts'
import { currency, decimal, moment, optionalDecimal, outsideId, sum } from './fields.ts'

const transaction = z.object({
  kind: z.string().nullish(),
  status: z.string().nullish(),
  amount: optionalDecimal,
  currency: currency.nullish(),
  amount_set: z.object({ shop_money: z.object({ amount: decimal, currency_code: currency }) }).nullish()
})
type Transaction = z.output<typeof transaction>

/** A refund within an order, and by itself with the order's id. */
export const refund = z.object({
  id: outsideId,
  created_at: moment,
  transactions: z.array(transaction).nullish()
})
type Refund = z.output<typeof refund>

/** Only money that really went: a return without money, or one still on its way, is none yet. */
export function refundOf({ id, created_at, transactions }: Refund, of?: string): SaidRefund[] {
  const went = (transactions ?? []).filter(({ kind, status }) => kind === 'refund' && status === 'success')
  const currency = of ?? currencyOf(went[0])
  const sums = went.filter((one) => (currencyOf(one) ?? currency) === currency)
  if (!currency || sums.length === 0) return []
  const total = sum(currency, sums.map(({ amount, amount_set }) => amount_set?.shop_money.amount ?? amount)) // prettier-ignore
  return total > 0 ? [{ outsideId: id, total, currency, at: created_at }] : []
}

/** A buyer may pay in another currency than the store's: then what the store books is told beside it. */
const currencyOf = (one: Transaction | undefined) =>
  one && (one.amount_set?.shop_money.currency_code ?? one.currency ?? undefined)

/** A refund by itself; undefined when it is none. */
export function readRefund(body: unknown): Said | undefined {
  const read = refund.extend({ order_id: outsideId }).safeParse(body)
  if (!read.success) return undefined
  const [one] = refundOf(read.data)
  return one
    ? { kind: 'refund', orderId: read.data.order_id, refund: one }
    : { kind: 'nothing', why: 'no_money' }
}
