import type { Context } from '#context'
import { keep } from '#platform/database/index.ts'

const known = new WeakMap<Context['db'], Promise<string>>()

/** What session cookies are signed with: made once for the installation, the same for every process on it. */
export function authSecret(ctx: Pick<Context, 'db' | 'ids'>): Promise<string> {
  let secret = known.get(ctx.db)
  if (!secret) {
    secret = keep(ctx.db, 'auth_secret', () => ctx.ids.secret(32))
    secret.catch(() => known.delete(ctx.db))
    known.set(ctx.db, secret)
  }
  return secret
}
