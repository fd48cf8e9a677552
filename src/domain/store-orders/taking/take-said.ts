import type { Context } from '#context'
import type { Entry } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Said, SaidOrder } from '../said.ts'
import { markOf } from '../said.ts'
import { insertFacts, moveFacts, presenceFact, refundedFact, refundFact } from './facts.ts'
import { replaceLines } from './lines.ts'
import { settleOrder } from './settle-order.ts'
import { lockNumbered, lockOrder, lockTwin, type Hearing, type LockedStoreOrder } from './store-order.ts'

/** What an order is called of which only the number is known. */
const BY_NUMBER = 'number:'
const outsideIdOf = ({ outsideId, number }: SaidOrder) => outsideId || BY_NUMBER + number

/**
 * Takes what a store said, in the caller's transaction, who holds the store's row and appends the entries last. Whatever
 * comes in whatever order, as often as it likes: the same messages leave the same order and the same sums.
 */
export async function takeSaid(
  ctx: Context,
  tx: Tx,
  hearing: Hearing,
  said: Exclude<Said, { kind: 'nothing' }>
): Promise<Entry[]> {
  if (said.kind === 'order') return takeOrder(ctx, tx, hearing, said)
  const fact =
    said.kind === 'refund' ? refundFact(said.refund) : presenceFact('deleted', said.at ?? ctx.clock.now())
  await insertFacts(tx, hearing, said.orderId, [fact])
  const order = await lockOrder(tx, hearing, said.orderId)
  return order ? settleOrder(ctx, tx, hearing, order) : []
}

async function takeOrder(
  ctx: Context,
  tx: Tx,
  hearing: Hearing,
  { order: said, restored }: Extract<Said, { kind: 'order' }>
): Promise<Entry[]> {
  const cameBy = await findHandOver(tx, hearing, said.code)
  const known = await findKnown(tx, hearing, said, cameBy)
  const outsideId = known?.outsideId ?? outsideIdOf(said)
  const inFile = hearing.heardBy === 'import' && said.refunded > 0
  await insertFacts(tx, hearing, outsideId, [
    ...said.refunds.map(refundFact),
    ...(restored ? [presenceFact('restored', ctx.clock.now())] : []),
    ...(inFile ? [refundedFact(said.refunded, said.currency, said.changedAt)] : [])
  ])
  const handOverId = known?.handOverId ?? cameBy
  const id = known?.id ?? ctx.ids.next()
  const mark = markOf(said)
  if (!known) await insertOrder(ctx, tx, hearing, { id, outsideId, said, mark })
  else if (mark > known.mark) await overwrite(ctx, tx, hearing, { id, said, mark })
  if (!known || mark > known.mark) await replaceLines(tx, hearing, id, said)
  const order = (await lockOrder(tx, hearing, outsideId))!
  const paid = order.paid || said.paid
  return settleOrder(ctx, tx, hearing, { ...order, handOverId, paid })
}

/** By its id; else by its number, where either side knew nothing but that, or a file's id is another than the webhooks'. */
async function findKnown(
  tx: Tx,
  hearing: Hearing,
  said: SaidOrder,
  handOverId: string | null
): Promise<LockedStoreOrder | undefined> {
  if (!said.outsideId) return lockNumbered(tx, hearing, said.number)
  const known = await lockOrder(tx, hearing, said.outsideId)
  if (known) return known
  const inFile = hearing.heardBy === 'import'
  const byNumber = await lockOrder(tx, hearing, BY_NUMBER + said.number)
  const numbered =
    byNumber ?? (await lockTwin(tx, hearing, { number: said.number, handOverId, inFile: !inFile }))
  // A webhook's id is the one that refunds and deletions name.
  if (!numbered || (inFile && !byNumber)) return numbered
  await moveFacts(tx, hearing, { from: numbered.outsideId, to: said.outsideId })
  await tx
    .updateTable('store_orders')
    .set({ outside_id: said.outsideId })
    .where('shop_id', '=', hearing.shopId)
    .where('id', '=', numbered.id)
    .execute()
  return { ...numbered, outsideId: said.outsideId }
}

/** A code means a hand-over to this very store; another's, or one that nobody gave out, means nothing. */
async function findHandOver(
  tx: Tx,
  { shopId, storeId }: Hearing,
  code: string | null
): Promise<string | null> {
  if (!code) return null
  const row = await tx
    .selectFrom('hand_overs')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('code', '=', code)
    .where('store_id', '=', storeId)
    .executeTakeFirst()
  return row?.id ?? null
}

const columnsOf = (said: SaidOrder, mark: string) => ({
  ...{ number: said.number, currency: said.currency, total: said.total, goods: said.goods, mark },
  ...{ said_refunded: said.refunded, said_cancelled: said.cancelled },
  ...{ placed_at: said.placedAt, changed_at: said.changedAt }
})

type Wanted = { id: string; outsideId: string; said: SaidOrder; mark: string }

async function insertOrder(ctx: Context, tx: Tx, hearing: Hearing, wanted: Wanted): Promise<void> {
  const now = ctx.clock.now()
  const { id, outsideId, said, mark } = wanted
  await tx
    .insertInto('store_orders')
    .values({
      ...{ shop_id: hearing.shopId, id, store_id: hearing.storeId, outside_id: outsideId, state: 'open' },
      ...{ ...columnsOf(said, mark), heard_by: hearing.heardBy, created_at: now, updated_at: now }
    })
    .execute()
}

async function overwrite(
  ctx: Context,
  tx: Tx,
  { shopId }: Hearing,
  { id, said, mark }: Omit<Wanted, 'outsideId'>
): Promise<void> {
  await tx
    .updateTable('store_orders')
    .set({ ...columnsOf(said, mark), updated_at: ctx.clock.now() })
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute()
}
