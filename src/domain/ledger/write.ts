import type { Context } from '#context'
import { transact, type Tx } from '#platform/database/index.ts'
import type { Outcome } from '#platform/outcome.ts'

/** Runs a command in one transaction and, once it is committed, says that this shop has something new. */
export async function write<O extends Outcome<unknown>>(
  ctx: Context,
  shopId: number,
  work: (tx: Tx) => Promise<O>
): Promise<O> {
  const outcome = await transact(ctx.db, work)
  if (outcome.ok) ctx.pulse.touch(shopId)
  return outcome
}
