import type { Context } from '#context'
import type { Reply } from './keep-reply.ts'

/** A request that names itself: whose, by which key, and what it asks as a hash of method, address and body. */
export type Request = { shopId: number; actor: string; key: string; fingerprint: string }

export type Claim =
  | { state: 'mine'; attempt: number }
  | { state: 'replied'; reply: Reply }
  | { state: 'reused' | 'busy' | 'unknown' }

/** A server that has not answered by then is taken for dead; its work, should it still come, is fenced off. */
const LEASE_MS = 60_000
export const KEPT_MS = 86_400_000

/**
 * Claims the work of a request, once for each key: a second one is told what was answered, that the first is under way,
 * that the key was used for something else, or that the work was done and its answer lost with the server. Work that is
 * known not to have been done when its server died is claimed anew.
 */
export async function claimReply(ctx: Context, request: Request): Promise<Claim> {
  const now = ctx.clock.now()
  if (await insert(ctx, request, now)) return { state: 'mine', attempt: 1 }
  const row = await rowOf(ctx, request)
  if (!row || row.created_at.getTime() <= now.getTime() - KEPT_MS) {
    await forget(ctx, request, now)
    return (await insert(ctx, request, now)) ? { state: 'mine', attempt: 1 } : { state: 'busy' }
  }
  if (row.fingerprint !== request.fingerprint) return { state: 'reused' }
  if (row.status !== null) {
    const headers = row.headers as Reply['headers']
    return { state: 'replied', reply: { status: row.status, headers, body: row.body } }
  }
  if (row.claimed_until > now) return { state: 'busy' }
  return row.worked_at ? { state: 'unknown' } : takeOver(ctx, request, row.attempt, now)
}

async function insert({ db }: Context, { shopId, ...request }: Request, now: Date): Promise<boolean> {
  const claimed_until = new Date(now.getTime() + LEASE_MS)
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('api_replies')
    .values({ shop_id: shopId, ...request, claimed_until, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

const rowOf = ({ db }: Context, { shopId, actor, key }: Request) =>
  db
    .selectFrom('api_replies')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirst()

async function forget({ db }: Context, { shopId, actor, key }: Request, now: Date): Promise<void> {
  await db
    .deleteFrom('api_replies')
    .where('shop_id', '=', shopId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('created_at', '<=', new Date(now.getTime() - KEPT_MS))
    .execute()
}

/** Waits for a transaction that is just marking its work as done, and then finds it done. */
async function takeOver(
  { db }: Context,
  { shopId, actor, key }: Request,
  attempt: number,
  now: Date
): Promise<Claim> {
  const taken = await db
    .updateTable('api_replies')
    .set({ attempt: attempt + 1, claimed_until: new Date(now.getTime() + LEASE_MS) })
    .where('shop_id', '=', shopId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('attempt', '=', attempt)
    .where('worked_at', 'is', null)
    .returning('attempt')
    .executeTakeFirst()
  return taken ? { state: 'mine', attempt: taken.attempt } : { state: 'busy' }
}
