import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { unearned } from '../lifecycle.ts'
import type { Facts } from './facts.ts'
import type { LockedStoreOrder } from './store-order.ts'

/** What of the goods was no longer earned from a moment on; minor units. */
export type WentBack = { at: Date; amount: number }

/**
 * When how much went back, of all that was told: a refund on its own day, what only a file or the order itself says at
 * the time of that. The amounts add up to what is no longer earned.
 */
export function wentBackOf(order: LockedStoreOrder, facts: Facts, cancelledAt: Date | null): WentBack[] {
  const { total, goods } = order
  let refunded = 0
  const levels = facts.refunds
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, total: sum }) => ({ at, refunded: (refunded += sum), cancelled: false }))
  const told = [
    { at: facts.atLeast?.at ?? order.changedAt, refunded: facts.atLeast?.total ?? 0 },
    { at: order.changedAt, refunded: order.saidRefunded }
  ]
  for (const one of told)
    if (one.refunded > refunded)
      levels.push({ ...one, refunded: (refunded = one.refunded), cancelled: false })
  if (cancelledAt) levels.push({ at: cancelledAt, refunded, cancelled: true })
  let before = 0
  return levels.map(({ at, cancelled, ...level }) => {
    const all = unearned({ paid: true, total, cancelled, refunded: Math.min(total, level.refunded) }, goods)
    const amount = all - before
    before = all
    return { at, amount }
  })
}

/** Takes `more` from the moments that the ledger has not been told enough of; what none of them lacks is of the last one. */
export function notYetTold(
  all: readonly WentBack[],
  told: ReadonlyMap<number, number>,
  more: number
): WentBack[] {
  const wanted = new Map<number, number>()
  for (const { at, amount } of all) wanted.set(at.getTime(), (wanted.get(at.getTime()) ?? 0) + amount)
  let left = more
  const parts = [...wanted].map(([at, amount]) => {
    const part = Math.min(left, Math.max(0, amount - (told.get(at) ?? 0)))
    left -= part
    return { at: new Date(at), amount: part }
  })
  const last = parts.at(-1)
  if (last) last.amount += left
  return parts.filter(({ amount }) => amount > 0)
}

/** What the ledger was told went back, by moments in milliseconds. */
export async function toldBackOf(tx: Tx, shopId: number, orderId: string): Promise<Map<number, number>> {
  const { rows } = await sql<WentBack>`
    select occurred_at as at, -sum(amount)::bigint as amount from ledger
    where shop_id = ${shopId} and subject_id = ${orderId} and kind = 'store_refund'
    group by occurred_at`.execute(tx)
  return new Map(rows.map(({ at, amount }) => [at.getTime(), amount]))
}
