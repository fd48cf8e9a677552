import type { Context } from '#context'
import { creditOrder, sourceOfOrder } from '#domain/attribution/index.ts'
import type { Entry, Source } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Hearing, LockedStoreOrder } from './store-order.ts'
import { notYetTold, toldBackOf, type WentBack } from './went-back.ts'

type Told = { entries: Entry[]; told: number | null; toldBack: number; tellings: number }
type HandOver = { handedAt: Date; cartId: string; clickId: string | null; memberId: string | null }

/**
 * What the ledger has to be told of an order so that it has been told everything: of a sale once, then only what is
 * another since. An order of no hand-over, unpaid, or in another currency than the shop's is no sale of ours.
 */
export async function tellLedger(
  ctx: Context,
  tx: Tx,
  hearing: Hearing,
  order: LockedStoreOrder,
  wentBack: readonly WentBack[]
): Promise<Told> {
  const { told, toldBack, tellings } = order
  const handOver = order.handOverId ? await findHandOver(tx, hearing.shopId, order.handOverId) : undefined
  if (!handOver || !order.paid || order.currency !== hearing.currency)
    return { entries: [], told, toldBack, tellings }
  const back = wentBack.reduce((sum, { amount }) => sum + amount, 0)
  const source = await sourceFor(ctx, tx, hearing, order, handOver)
  const lacking = back > toldBack ? back - toldBack : 0
  const known = told !== null && lacking ? await toldBackOf(tx, hearing.shopId, order.id) : new Map()
  const steps = stepsTo(order, back, notYetTold(wentBack, known, lacking))
  const entries = steps.map(({ kind, amount, at }, n) => {
    const telling = tellings + n + 1
    const subject = { kind: 'store_order', id: order.id } as const
    const payload = { orderId: order.id, storeId: hearing.storeId, total: order.total }
    return {
      ...{ kind, amount, payload, subject, source, actor: handOver.memberId },
      occurredAt: earlier(at, ctx.clock.now()),
      dedupeKey: `store_order:${order.id}:${telling}`
    } as Entry
  })
  return { entries, told: order.goods, toldBack: back, tellings: tellings + steps.length }
}

type Step = { kind: 'store_order' | 'store_order_changed' | 'store_refund'; amount: number; at: Date }

/** From what was told to what is so: the sale on the day it was placed, every refund on its own. */
function stepsTo(
  { told, toldBack, goods, placedAt, changedAt }: LockedStoreOrder,
  back: number,
  refunds: readonly WentBack[]
): Step[] {
  const steps: Step[] = []
  if (told === null) steps.push({ kind: 'store_order', amount: goods, at: placedAt })
  const more = (told === null ? 0 : goods - told) + Math.max(0, toldBack - back)
  if (more !== 0) steps.push({ kind: 'store_order_changed', amount: more, at: changedAt })
  return [
    ...steps,
    ...refunds.map(({ at, amount }) => ({ kind: 'store_refund' as const, amount: -amount, at }))
  ]
}

/**
 * Credited once, by its cart's touches before it was placed; whatever comes later reverses the same split. It was placed
 * after its hand-over, though a file may know only the day.
 */
const sourceFor = (
  ctx: Context,
  tx: Tx,
  { shopId }: Hearing,
  { id, told, placedAt }: LockedStoreOrder,
  { cartId, clickId, handedAt }: HandOver
): Promise<Source> =>
  told === null
    ? creditOrder(ctx, tx, { shopId, orderId: id, cartId, clickId, placedAt: later(placedAt, handedAt) })
    : sourceOfOrder(tx, shopId, id)

const findHandOver = (tx: Tx, shopId: number, id: string): Promise<HandOver | undefined> =>
  tx
    .selectFrom('hand_overs')
    .select(['handed_at as handedAt', 'cart_id as cartId', 'click_id as clickId', 'member_id as memberId'])
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()

const later = (a: Date, b: Date) => (a > b ? a : b)
const earlier = (a: Date, b: Date) => (a < b ? a : b)
