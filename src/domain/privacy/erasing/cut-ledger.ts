import { sql } from 'kysely'
import type { Context } from '#context'
import type { Erasure } from './erasure.ts'

const ROWS = 20_000

/**
 * Cuts a member from the ledger, a stretch at a time. Who is nobody's business any more; only taps keep one random
 * key, the same for all of theirs, because different visitors are counted by it. No order carries it, so it leads
 * nowhere; and that they were erased is told of them. Nothing that is counted or summed changes, and a view built anew comes out as it was.
 */
export async function cutLedger(ctx: Context, erasure: Erasure): Promise<void> {
  const { shopId, id, subjectId: memberId } = erasure
  const key = await keyOf(ctx, erasure)
  for (let after = erasure.ledgerSeq; ;) {
    const head = await readHead(ctx, shopId)
    if (after >= head) return
    const upTo = Math.min(after + ROWS, head)
    await ctx.db.transaction().execute(async (tx) => {
      await sql`
        update ledger set
          actor = case when actor = ${memberId} then case kind when 'click' then ${key} end else actor end,
          subject_id = case when subject_kind = 'member' and subject_id = ${memberId}::uuid then null else subject_id end,
          dedupe_key = case when strpos(dedupe_key, ${memberId}) > 0 then null else dedupe_key end
        where shop_id = ${shopId} and seq > ${after} and seq <= ${upTo}
          and kind <> 'member_erased' and (actor = ${memberId} or (subject_kind = 'member' and subject_id = ${memberId}::uuid))`.execute(
        tx
      )
      await tx
        .updateTable('erasures')
        .set({ ledger_seq: upTo })
        .where('shop_id', '=', shopId)
        .where('id', '=', id)
        .execute()
    })
    after = upTo
  }
}

/** Made once for an erasure: a run that goes on after a crash takes the key of the taps already cut. */
async function keyOf(ctx: Context, { shopId, id }: Erasure): Promise<string> {
  const fresh = ctx.ids.secret(16)
  const { rows } = await sql<{ key: string }>`
    update erasures set ledger_key = coalesce(ledger_key, ${fresh})
    where shop_id = ${shopId} and id = ${id} and state = 'running' returning ledger_key as key`.execute(
    ctx.db
  )
  return rows[0]?.key ?? fresh
}

async function readHead({ db }: Context, shopId: number): Promise<number> {
  const row = await db
    .selectFrom('ledger_counters')
    .select('next')
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  return (row?.next ?? 1) - 1
}
