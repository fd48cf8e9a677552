import { sql } from 'kysely'
import type { Context } from '#context'
import type { TaxPart } from '#domain/checkout/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { taxWithin } from '#platform/money/index.ts'
import { unearnLines, type LineFigures, type Pieces } from '../lines.ts'
import type { LockedOrder } from '../order.ts'
import { worthOf } from '../refunds/worth.ts'

type Standing = Pick<LockedOrder, 'net' | 'total'> & { taxes: TaxPart[] }
type Part = { line: Pick<LineFigures, 'id' | 'basisPoints'>; amount: number; net: number }

/**
 * What still stands of an order when these parts of its lines are no longer owed. Each piece takes its own share of
 * the line, discount included, so that a coupon keeps its rate; delivery stays, and VAT is reckoned from what is left.
 */
export function withoutParts<O extends Standing>(order: O, parts: readonly Part[]): O {
  const off = (of: readonly Part[], what: 'amount' | 'net') => of.reduce((sum, part) => sum + part[what], 0)
  const taxes = order.taxes.map(({ basisPoints, gross: before }) => {
    const gross = before - off(parts.filter(({ line }) => line.basisPoints === basisPoints), 'amount') // prettier-ignore
    return { basisPoints, gross, tax: taxWithin(gross, basisPoints) }
  })
  return { ...order, net: order.net - off(parts, 'net'), total: order.total - off(parts, 'amount'), taxes }
}

/** Takes pieces off an order that is not paid yet: what is owed becomes less. Answers the order as it stands then. */
export async function takeOff(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  shopId: number,
  order: LockedOrder,
  pieces: Pieces
): Promise<LockedOrder> {
  const parts = pieces.map(({ line, quantity }) => ({ line, ...worthOf(line, quantity) }))
  const left = withoutParts(order, parts)
  const off = order.total - left.total
  const tax = left.taxes.reduce((sum, part) => sum + part.tax, 0)
  await sql`
    with payment as (
      update payments set amount = ${left.total}, updated_at = ${clock.now()}
      where shop_id = ${shopId} and id = ${order.payment.id})
    update orders set cancelled = cancelled + ${off}, total = ${left.total}, net = ${left.net}, tax = ${tax},
      taxes = ${JSON.stringify(left.taxes)}, updated_at = ${clock.now()}
    where shop_id = ${shopId} and id = ${order.id}`.execute(tx)
  await unearnLines(
    tx,
    shopId,
    order.id,
    parts.map(({ line, net }) => ({ lineId: line.id, net }))
  )
  return { ...left, payment: { ...order.payment, amount: left.total } }
}
