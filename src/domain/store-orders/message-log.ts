import { sql } from 'kysely'
import type { Context } from '#context'
import type { Db, Tx } from '#platform/database/index.ts'

/** How many refused messages of a store are written down a day: enough to see what is wrong, too few to fill a table. */
const REFUSED_A_DAY = 20
export const KEPT_DAYS = 30

type Line = {
  shopId: number
  storeId: string
  messageId: string
  topic: string
  state: 'taken' | 'ignored' | 'refused'
  problem?: string
  heardAt: Date
}

/** Writes a message down, once; answers whether it was new. */
export async function noteMessage(tx: Tx | Db, line: Line): Promise<boolean> {
  const row = await tx
    .insertInto('store_messages')
    .values({
      ...{ shop_id: line.shopId, store_id: line.storeId, message_id: line.messageId.slice(0, 200) },
      ...{ topic: line.topic, state: line.state, problem: line.problem ?? null, heard_at: line.heardAt }
    })
    .onConflict((c) => c.doNothing())
    .returning('message_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Writes down that something was refused. A day has so many places: the unique id of each is what limits them. */
export async function noteRefused(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { shopId, storeId, topic, problem }: Pick<Line, 'shopId' | 'storeId' | 'topic'> & { problem: string }
): Promise<void> {
  const now = clock.now()
  const day = now.toISOString().slice(0, 10)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from store_messages
    where shop_id = ${shopId} and store_id = ${storeId} and message_id like ${`refused ${day} %`}`.execute(db)
  const place = rows[0]!.n + 1
  if (place > REFUSED_A_DAY) return
  const messageId = `refused ${day} ${place}`
  await noteMessage(db, { shopId, storeId, messageId, topic, state: 'refused', problem, heardAt: now })
}

/** Deletes what was heard more than thirty days ago: by then an order's own time tells an old message from a new one. */
export async function forgetStoreMessages(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  shopId: number
): Promise<void> {
  await db
    .deleteFrom('store_messages')
    .where('shop_id', '=', shopId)
    .where('heard_at', '<', new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000))
    .execute()
}
