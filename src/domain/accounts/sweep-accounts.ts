import type { Context } from '#context'
import { sweepSessions } from '#domain/auth/index.ts'
import { forgetSalts } from './visitor.ts'

/** Throws away what is over: sessions, tokens, and the salts that could join a visitor's days. */
export async function sweepAccounts(ctx: Pick<Context, 'db' | 'clock'>): Promise<void> {
  await sweepSessions(ctx)
  await forgetSalts(ctx)
}
