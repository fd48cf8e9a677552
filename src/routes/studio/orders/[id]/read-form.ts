import type { cancelPieces, fulfilOrder, refundOrder } from '#domain/orders/index.ts'
import { parseMoney } from '#platform/money/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

type Fields = Record<string, string>

/** The pieces named in fields like `line:<id>` = 2. What is not a whole number above 0 is left out or refused later. */
const linesOf = (fields: Fields) =>
  Object.entries(fields)
    .filter(([name, value]) => name.startsWith('line:') && value.trim() !== '' && Number(value) !== 0)
    .map(([name, value]) => ({ lineId: name.slice('line:'.length), quantity: Number(value) }))

/** What the page showed when it was opened; a form without it is taken as it is. */
const seenIn = ({ seen }: Fields) => (seen ? Number(seen) : null)

export const fulfilInputOf = (orderId: string, fields: Fields): Parameters<typeof fulfilOrder>[2] => ({
  orderId,
  lines: linesOf(fields),
  seen: seenIn(fields),
  carrier: fields.carrier ?? '',
  tracking: fields.tracking ?? ''
})

export const cancelPiecesInputOf = (orderId: string, fields: Fields): Parameters<typeof cancelPieces>[2] => ({
  orderId,
  lines: linesOf(fields),
  seen: seenIn(fields),
  restock: fields.restock === 'on',
  reason: fields.reason ?? ''
})

/** An empty sum means: what the pieces and the delivery come to. */
export function refundInputOf(
  orderId: string,
  fields: Fields,
  currency: string
): Outcome<Parameters<typeof refundOrder>[2], 'invalid'> {
  const read = (name: string) => (fields[name]?.trim() ? parseMoney(fields[name], currency) : null)
  const shipping = read('shipping')
  const amount = read('amount')
  if (shipping === undefined) return refused('invalid', { field: 'shipping' })
  if (amount === undefined) return refused('invalid', { field: 'amount' })
  return done({
    orderId,
    lines: linesOf(fields),
    shipping: shipping ?? 0,
    amount,
    seen: seenIn(fields),
    restock: fields.restock === 'on',
    reason: fields.reason ?? ''
  })
}
