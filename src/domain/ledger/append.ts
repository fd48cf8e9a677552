import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Entry } from './entry.ts'

/**
 * Writes entries: the ledger's only INSERT, and the last thing a transaction does. The shop's counter row is locked
 * from here to the commit, so that the order of numbers is the order of commits and no reader's cursor skips a row.
 * Returns how many were new; an entry whose dedupe key is known leaves a gap and nothing else.
 */
export async function append(
  { clock }: { clock: Clock },
  tx: Tx,
  shopId: number,
  entries: readonly Entry[]
): Promise<number> {
  if (entries.length === 0) return 0
  const first = await takeNumbers(tx, shopId, entries.length)
  const now = clock.now()
  const { numAffectedRows } = await sql`
    insert into ledger (shop_id, seq, kind, actor, subject_kind, subject_id, post_id, product_id, link_code,
      campaign_id, creator_id, network, quantity, amount, payload, occurred_at, recorded_at, dedupe_key)
    select ${shopId}, ${first} + n - 1, kind, actor, subject_kind, subject_id, post_id, product_id, link_code,
      campaign_id, creator_id, network, quantity, amount, payload, occurred_at, ${now}, dedupe_key
    from unnest(${entries.map((e) => e.kind)}::text[], ${entries.map((e) => e.actor)}::text[],
      ${entries.map((e) => e.subject.kind)}::text[], ${entries.map((e) => e.subject.id)}::uuid[],
      ${entries.map((e) => postOf(e))}::uuid[], ${entries.map((e) => productOf(e))}::uuid[],
      ${entries.map((e) => e.source?.linkCode ?? null)}::text[],
      ${entries.map((e) => e.source?.campaignId ?? null)}::uuid[],
      ${entries.map((e) => e.source?.creatorId ?? null)}::uuid[],
      ${entries.map((e) => e.source?.network ?? 'square')}::text[],
      ${entries.map((e) => e.quantity ?? 1)}::int[], ${entries.map((e) => e.amount ?? null)}::bigint[],
      ${entries.map((e) => e.payload && JSON.stringify(e.payload))}::jsonb[],
      ${entries.map((e) => e.occurredAt ?? now)}::timestamptz[],
      ${entries.map((e) => e.dedupeKey ?? null)}::text[]
    ) with ordinality as e (kind, actor, subject_kind, subject_id, post_id, product_id, link_code, campaign_id,
      creator_id, network, quantity, amount, payload, occurred_at, dedupe_key, n)
    on conflict (shop_id, dedupe_key) where dedupe_key is not null do nothing`.execute(tx)
  return Number(numAffectedRows)
}

/** Takes `count` numbers of the shop and answers the first. Holds the counter's lock until the commit. */
async function takeNumbers(tx: Tx, shopId: number, count: number): Promise<number> {
  const { next } = await tx
    .updateTable('ledger_counters')
    .set((eb) => ({ next: eb('next', '+', count) }))
    .where('shop_id', '=', shopId)
    .returning('next')
    .executeTakeFirstOrThrow()
  return next - count
}

const postOf = (entry: Entry) =>
  entry.source?.postId ?? (entry.subject.kind === 'post' ? entry.subject.id : null)

const productOf = (entry: Entry) =>
  entry.source?.productId ?? (entry.subject.kind === 'product' ? entry.subject.id : null)
