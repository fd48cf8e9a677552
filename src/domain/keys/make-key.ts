import type { Context } from '#context'
import { can, type Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { hashSecret } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { keyInput, type KeyInput } from './schema.ts'
import { newToken } from './token.ts'

/** `token` is told this once; the shop keeps its hash. */
export type MadeKey = { id: string; prefix: string; token: string }

const DAY_MS = 86_400_000

/** Makes a key for the member who asks, with at most what they may do themselves. A key makes no keys. */
export async function makeKey(
  ctx: Context,
  actor: Actor,
  input: KeyInput
): Promise<Outcome<MadeKey, 'invalid' | 'forbidden'>> {
  const parsed = keyInput.safeParse(input)
  if (!parsed.success) return refused('invalid', { field: String(parsed.error.issues[0]?.path[0] ?? '') })
  const { name, scopes, days } = parsed.data
  const mayAll = scopes.every((scope) => can(actor, scope))
  if (!can(actor, 'shop.keys') || !mayAll || !actor.memberId) return refused('forbidden')
  const { prefix, secret, token } = newToken(ctx.ids)
  const id = ctx.ids.next()
  const created_at = ctx.clock.now()
  const expires_at = days && new Date(created_at.getTime() + days * DAY_MS)
  const row = { shop_id: actor.shopId, id, prefix, name, scopes, created_by: actor.memberId, created_at }
  return write(ctx, actor.shopId, async (tx) => {
    await tx
      .insertInto('api_keys')
      .values({ ...row, expires_at, secret_hash: hashSecret(secret) })
      .execute()
    return done({ id, prefix, token })
  })
}
