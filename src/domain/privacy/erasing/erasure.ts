import { sql } from 'kysely'
import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'

/** An erasure under way. `address` and `userId` are kept only as long. */
export type Erasure = {
  shopId: number
  id: string
  subject: 'member' | 'contact' | 'guest'
  subjectId: string | null
  orderIds: string[]
  byWhom: 'self' | 'owner' | 'system'
  address: string | null
  userId: string | null
  ledgerSeq: number
  askedAt: Date
}

/** The erasure as it stands, unless it is done. */
export async function findOpenErasure(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  id: string
): Promise<Erasure | undefined> {
  const row = await db
    .selectFrom('erasures')
    .select(['shop_id as shopId', 'id', 'subject', 'subject_id as subjectId', 'order_ids as orderIds'])
    .select([
      'by_whom as byWhom',
      'address',
      'user_id as userId',
      'ledger_seq as ledgerSeq',
      'asked_at as askedAt'
    ])
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return row as Erasure | undefined
}

/** Enough rows for one short transaction. */
export const SLICE = 500

/** Repeats a step, each time in a transaction of its own, until it answers that less than a slice was left. */
export async function inSlices(
  { db }: Pick<Context, 'db'>,
  step: (tx: Tx) => Promise<number>
): Promise<void> {
  while ((await db.transaction().execute(step)) >= SLICE);
}

/** How many rows a statement touched. */
export async function touched(tx: Tx, statement: ReturnType<typeof sql>): Promise<number> {
  const { numAffectedRows } = await statement.execute(tx)
  return Number(numAffectedRows ?? 0)
}
