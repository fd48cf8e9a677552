import { timingSafeEqual } from 'node:crypto'
import type { Context } from '#context'
import type { Actor, Role } from '#domain/accounts/index.ts'
import { hashSecret } from '#platform/ids.ts'
import { readToken } from './token.ts'

const NOBODY = hashSecret('nobody')
const USED_EVERY_MS = 60_000

/**
 * Who acts by this key at this shop: its maker, as far as they may still do something here and the key names it.
 * Undefined for a key that is wrong, another shop's, revoked or expired, or whose maker was shown the door. The secret
 * is compared by its hash in constant time, also when no such key is there.
 */
export async function findKeyActor(ctx: Context, shopId: number, token: string): Promise<Actor | undefined> {
  const parts = readToken(token)
  if (!parts) return undefined
  const row = await rowOf(ctx, shopId, parts.prefix)
  const same = timingSafeEqual(
    Buffer.from(row?.secret_hash ?? NOBODY, 'hex'),
    Buffer.from(hashSecret(parts.secret), 'hex')
  )
  const now = ctx.clock.now()
  if (!row || !same || row.revoked_at || row.blocked_at) return undefined
  if (row.expires_at && row.expires_at <= now) return undefined
  await markUsed(ctx, shopId, row, now)
  const key = { id: row.id, scopes: row.scopes }
  return { shopId, role: row.role as Role, memberId: row.created_by, visitor: null, key }
}

const rowOf = ({ db }: Pick<Context, 'db'>, shopId: number, prefix: string) =>
  db
    .selectFrom('api_keys as k')
    .innerJoin('members as m', (join) =>
      join.onRef('m.shop_id', '=', 'k.shop_id').onRef('m.id', '=', 'k.created_by')
    )
    .select(['k.id', 'k.secret_hash', 'k.scopes', 'k.created_by', 'k.expires_at', 'k.revoked_at'])
    .select(['k.last_used_at', 'm.role', 'm.blocked_at'])
    .where('k.shop_id', '=', shopId)
    .where('k.prefix', '=', prefix)
    .executeTakeFirst()

/** To the minute: a busy key does not write a row with every request. */
async function markUsed(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  { id, last_used_at }: { id: string; last_used_at: Date | null },
  now: Date
): Promise<void> {
  const before = new Date(now.getTime() - USED_EVERY_MS)
  if (last_used_at && last_used_at > before) return
  await db
    .updateTable('api_keys')
    .set({ last_used_at: now })
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .where(({ eb, or }) => or([eb('last_used_at', 'is', null), eb('last_used_at', '<=', before)]))
    .execute()
}
