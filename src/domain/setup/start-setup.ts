import type { Context } from '#context'
import type { SessionCookie } from '#domain/auth/index.ts'
import { beginSession } from '#domain/signing-in/index.ts'
import { hasShops } from '#domain/shops/index.ts'
import { refused, type Outcome } from '#platform/outcome.ts'

type Refusals = 'invalid' | 'too_many_tries' | 'wrong_password' | 'setup_closed' | 'setup_key_wrong'
export type Starter = { allowed: boolean; secure: boolean; address: string }

/** The first step: the owner's account. Coming back with the same address and password goes on where it was left. */
export async function startSetup(
  ctx: Context,
  starter: Starter,
  input: unknown
): Promise<Outcome<SessionCookie, Refusals>> {
  if (await hasShops(ctx)) return refused('setup_closed')
  if (!starter.allowed) return refused('setup_key_wrong')
  return beginSession(ctx, starter, input)
}
