import type { Context } from '#context'
import { KEPT_MS } from './claim-reply.ts'

/** Throws away a shop's answers that are older than a day. */
export async function forgetReplies(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  shopId: number
): Promise<void> {
  await db
    .deleteFrom('api_replies')
    .where('shop_id', '=', shopId)
    .where('created_at', '<=', new Date(clock.now().getTime() - KEPT_MS))
    .execute()
}
