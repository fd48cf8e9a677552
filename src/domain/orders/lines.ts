import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'

/** A line of an order as commands see it; its order is locked, so it stands still. */
export type LineFigures = {
  id: string
  variantId: string
  quantity: number
  total: number
  tax: number
  basisPoints: number
  /** What of total less tax was given back, or taken off before it was paid. */
  unearned: number
  fulfilled: number
  refunded: number
  cancelled: number
}

/** So many pieces of lines. */
export type Pieces = { line: LineFigures; quantity: number }[]

/** Pieces still to be sent. */
export const outstanding = (line: Pick<LineFigures, 'quantity' | 'fulfilled' | 'cancelled'>) =>
  line.quantity - line.fulfilled - line.cancelled

export const readFigures = (tx: Tx, shopId: number, orderId: string): Promise<LineFigures[]> =>
  tx
    .selectFrom('order_lines')
    .select([
      'id',
      'variant_id as variantId',
      'quantity',
      'total',
      'tax',
      'tax_basis_points as basisPoints',
      'unearned',
      'fulfilled',
      'refunded',
      'cancelled'
    ])
    .where('shop_id', '=', shopId)
    .where('order_id', '=', orderId)
    .orderBy('position')
    .execute()

export type LineStep = { lineId: string; fulfilled: number; refunded: number; cancelled: number }

/** Adds to the figures of lines; the table's checks keep them within what was ordered. */
export async function stepLines(
  tx: Tx,
  shopId: number,
  orderId: string,
  steps: readonly LineStep[]
): Promise<void> {
  if (steps.length === 0) return
  await sql`
    update order_lines l set fulfilled = l.fulfilled + s.fulfilled, refunded = l.refunded + s.refunded,
      cancelled = l.cancelled + s.cancelled
    from unnest(${steps.map((s) => s.lineId)}::uuid[], ${steps.map((s) => s.fulfilled)}::int[],
      ${steps.map((s) => s.refunded)}::int[], ${steps.map((s) => s.cancelled)}::int[])
      as s (id, fulfilled, refunded, cancelled)
    where l.shop_id = ${shopId} and l.order_id = ${orderId} and l.id = s.id`.execute(tx)
}

/** Notes what lines no longer earn; the table's checks keep it within what they did. */
export async function unearnLines(
  tx: Tx,
  shopId: number,
  orderId: string,
  parts: readonly { lineId: string; net: number }[]
): Promise<void> {
  const some = parts.filter(({ net }) => net !== 0)
  if (some.length === 0) return
  await sql`
    update order_lines l set unearned = l.unearned + p.net
    from unnest(${some.map((p) => p.lineId)}::uuid[], ${some.map((p) => p.net)}::bigint[]) as p (id, net)
    where l.shop_id = ${shopId} and l.order_id = ${orderId} and l.id = p.id`.execute(tx)
}

type Asked = readonly { lineId: string; quantity: number }[]

/** Joins what is asked with the order's lines; undefined when a line is not this order's or asks for too many. */
export function matchLines(
  lines: readonly LineFigures[],
  asked: Asked,
  most: (line: LineFigures) => number
): Pieces | undefined {
  const wanted = new Map<string, number>()
  for (const { lineId, quantity } of asked) wanted.set(lineId, (wanted.get(lineId) ?? 0) + quantity)
  const matched = lines.flatMap((line) => {
    const quantity = wanted.get(line.id) ?? 0
    return quantity > 0 ? [{ line, quantity }] : []
  })
  const known = new Set(lines.map(({ id }) => id))
  if ([...wanted.keys()].some((id) => !known.has(id))) return undefined
  return matched.every(({ line, quantity }) => quantity <= most(line)) ? matched : undefined
}
