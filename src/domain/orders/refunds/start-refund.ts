import { sql } from 'kysely'
import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { insertEvent } from '../events.ts'
import { readFigures, unearnLines } from '../lines.ts'
import type { LockedOrder } from '../order.ts'
import { spread } from './spread.ts'

export type RefundDraft = {
  amount: number
  shipping?: number
  /** What the goods no longer earn by this. */
  net: number
  /** The pieces it is for, each with what they earned. */
  lines: readonly { lineId: string; quantity: number; net: number }[]
  reason: string
  actor: string | null
}

/**
 * Promises money back, beside the state it follows from; it is sent after the commit. One conditional UPDATE keeps all
 * refunds together within what was captured. Answers the refund's id, or undefined when that much is not left.
 */
export async function startRefund(
  ctx: Pick<Context, 'ids' | 'clock'>,
  tx: Tx,
  shopId: number,
  order: LockedOrder,
  draft: RefundDraft
): Promise<string | undefined> {
  if (!(await takeBack(ctx, tx, shopId, order, draft.amount))) return undefined
  const id = ctx.ids.next()
  const now = ctx.clock.now()
  await tx
    .insertInto('refunds')
    .values({
      ...{ shop_id: shopId, id, order_id: order.id, payment_id: order.payment.id, amount: draft.amount },
      ...{ shipping: draft.shipping ?? 0, net: draft.net, lines: JSON.stringify(draft.lines.map(pieces)) },
      ...{ reason: draft.reason, state: 'processing', created_by: draft.actor },
      ...{ created_at: now, updated_at: now }
    })
    .execute()
  await unearn(tx, shopId, order.id, draft)
  const data = { refundId: id, amount: draft.amount, reason: draft.reason }
  const event = { orderId: order.id, kind: 'refund_started', actor: draft.actor, data } as const
  await insertEvent(ctx, tx, shopId, event)
  return id
}

const pieces = ({ lineId, quantity }: { lineId: string; quantity: number }) => ({ lineId, quantity })

async function unearn(tx: Tx, shopId: number, orderId: string, { net, lines }: RefundDraft): Promise<void> {
  const returned = new Map(lines.map((line) => [line.lineId, line.net]))
  const figures = await readFigures(tx, shopId, orderId)
  const parts = spread(
    net,
    figures.map(({ id, total, tax, unearned }) => ({
      left: total - tax - unearned,
      returned: returned.get(id) ?? 0
    }))
  )
  const unearned = figures.map(({ id }, i) => ({ lineId: id, net: parts[i]! }))
  await unearnLines(tx, shopId, orderId, unearned)
}

async function takeBack(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  shopId: number,
  order: LockedOrder,
  amount: number
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with payment as (
      update payments set refunded = refunded + ${amount}, updated_at = ${clock.now()},
        state = case when refunded + ${amount} = captured then 'refunded' else 'part_refunded' end
      where shop_id = ${shopId} and id = ${order.payment.id} and captured - refunded >= ${amount}
        and state in ('paid', 'part_refunded') returning state)
    update orders o set refunded = o.refunded + ${amount}, payment_state = payment.state, updated_at = ${clock.now()}
    from payment where o.shop_id = ${shopId} and o.id = ${order.id}`.execute(tx)
  return Boolean(numAffectedRows)
}
