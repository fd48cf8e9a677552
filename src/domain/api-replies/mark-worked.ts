import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import type { Request } from './claim-reply.ts'

/** The claim went to another attempt while this one was silent; whatever it was about to do is undone. */
export class Overtaken extends Error {
  constructor() {
    super('another attempt of the same idempotency key took over')
  }
}

/** Notes, in the transaction that does the work, that it was done. Only the attempt that holds the claim can. */
export async function markWorked(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  { shopId, actor, key }: Request,
  attempt: number
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('api_replies')
    .set({ worked_at: clock.now() })
    .where('shop_id', '=', shopId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('attempt', '=', attempt)
    .executeTakeFirst()
  if (!numUpdatedRows) throw new Overtaken()
}

/** Gives a claim back when nothing could be answered, so that the next try need not wait for it to lapse. */
export async function releaseReply(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { shopId, actor, key }: Request,
  attempt: number
): Promise<void> {
  await db
    .updateTable('api_replies')
    .set({ claimed_until: clock.now() })
    .where('shop_id', '=', shopId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('attempt', '=', attempt)
    .execute()
}
