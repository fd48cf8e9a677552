import type { Context } from '#context'
import type { Request } from './claim-reply.ts'

export type Reply = { status: number; headers: Record<string, string>; body: Buffer | null }

/** Keeps what was answered, for as long as the key is remembered. */
export async function keepReply(
  { db }: Pick<Context, 'db'>,
  { shopId, actor, key }: Request,
  attempt: number,
  { status, headers, body }: Reply
): Promise<void> {
  await db
    .updateTable('api_replies')
    .set({ status, headers: JSON.stringify(headers), body })
    .where('shop_id', '=', shopId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('attempt', '=', attempt)
    .execute()
}
