import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import { withNext, type Tx } from '#platform/database/index.ts'
import type { Clock } from '#platform/clock.ts'
import { ledgerAppended } from '#platform/meters.ts'
import type { Entry } from './entry.ts'
import { sqlArray } from './sql-array.ts'

/**
 * Writes entries: the ledger's only way in, and the last thing a transaction does. The shop's counter row is locked
 * from here to the commit, so that the order of numbers is the order of commits and no reader's cursor skips a row.
 * An entry whose dedupe key is known leaves a gap and nothing else. It is sent with the commit: from the counter to
 * the commit nobody waits for us.
 */
export async function append(
  { clock }: { clock: Clock },
  tx: Tx,
  shopId: number,
  entries: readonly Entry[]
): Promise<void> {
  if (entries.length === 0) return
  await insertion(shopId, entries, clock.now(), withNext).execute(tx)
  ledgerAppended.inc(entries.length)
}

/** Writes entries that no state belongs to, in a transaction of their own and one round trip. Returns how many were new. */
export async function appendAlone(ctx: Context, shopId: number, entries: readonly Entry[]): Promise<number> {
  if (entries.length === 0) return 0
  const { rows } = await insertion(shopId, entries, ctx.clock.now()).execute(ctx.db)
  const { written } = rows[0]!
  ledgerAppended.inc(written)
  ctx.pulse.touch(shopId)
  return written
}

function insertion(shopId: number, entries: readonly Entry[], now: Date, end: RawBuilder<unknown> = sql``) {
  const column = (read: (entry: Entry) => Cell): RawBuilder<unknown> => sql`${sqlArray(entries.map(read))}`
  return sql<{ written: number }>`select append_to_ledger(${shopId}, ${entries.length}, ${now},
    ${column((e) => e.kind)}, ${column((e) => e.actor)}, ${column((e) => e.subject.kind)},
    ${column((e) => e.subject.id)}, ${column(postOf)}, ${column(productOf)}, ${column((e) => e.source?.linkCode)},
    ${column((e) => e.source?.campaignId)}, ${column((e) => e.source?.creatorId)},
    ${column((e) => e.source?.network)}, ${column((e) => e.quantity)}, ${column((e) => e.amount)},
    ${column((e) => e.payload && JSON.stringify(e.payload))}, ${column((e) => e.occurredAt?.toISOString())},
    ${column((e) => e.dedupeKey)}) as written ${end}`
}

type Cell = string | number | null | undefined

const postOf = (entry: Entry) =>
  entry.source?.postId ?? (entry.subject.kind === 'post' ? entry.subject.id : null)

const productOf = (entry: Entry) =>
  entry.source?.productId ?? (entry.subject.kind === 'product' ? entry.subject.id : null)
