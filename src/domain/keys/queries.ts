import type { Context } from '#context'
import type { Scope } from '#domain/accounts/index.ts'

export type KeyListed = {
  id: string
  prefix: string
  name: string
  scopes: Scope[]
  maker: string
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  state: 'works' | 'expired' | 'revoked' | 'maker_gone'
}

const MOST = 200

/** The shop's keys, newest first, those that work no more among them, and why. */
export async function listKeys(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  shopId: number
): Promise<KeyListed[]> {
  const rows = await db
    .selectFrom('api_keys as k')
    .innerJoin('members as m', (join) =>
      join.onRef('m.shop_id', '=', 'k.shop_id').onRef('m.id', '=', 'k.created_by')
    )
    .select(['k.id', 'k.prefix', 'k.name', 'k.scopes', 'm.name as maker', 'k.created_at as createdAt'])
    .select(['k.expires_at as expiresAt', 'k.last_used_at as lastUsedAt', 'k.revoked_at as revokedAt'])
    .select('m.blocked_at as blockedAt')
    .where('k.shop_id', '=', shopId)
    .orderBy('k.created_at', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ revokedAt, blockedAt, scopes, ...row }) => ({
    ...row,
    scopes: scopes as Scope[],
    state: stateOf({ ...row, revokedAt, blockedAt }, clock.now())
  }))
}

type Dates = { revokedAt: Date | null; blockedAt: Date | null; expiresAt: Date | null }

function stateOf({ revokedAt, blockedAt, expiresAt }: Dates, now: Date): KeyListed['state'] {
  if (revokedAt) return 'revoked'
  if (expiresAt && expiresAt <= now) return 'expired'
  return blockedAt ? 'maker_gone' : 'works'
}
