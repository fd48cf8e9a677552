import { sql } from 'kysely'
import type { Context } from '#context'
import { append, later, write } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { blankAddress } from './blank-address.ts'
import { blankOrdersOf } from './blank-orders.ts'
import { cutLedger } from './cut-ledger.ts'
import { cutTraces } from './cut-traces.ts'
import { dropAccount } from './drop-account.ts'
import { dropContacts } from './drop-contacts.ts'
import { dropPictures } from './drop-pictures.ts'
import { findOpenErasure, type Erasure } from './erasure.ts'
import { stripMember } from './prepare.ts'
import { scrubWebhooks } from './scrub-webhooks.ts'

type Step = (ctx: Context, erasure: Erasure) => Promise<void>

/** Each looks for what is left and takes it away in slices: run again, after a kill or beside another, it goes on. */
const OF_ANYBODY: readonly Step[] = [blankOrdersOf, blankAddress, dropContacts]
const OF_MEMBERS: readonly Step[] = [cutTraces, cutLedger, dropPictures, scrubWebhooks]

/** Whoever was just paying or writing when they were erased is done by then. */
const ONCE_MORE_MS = 15 * 60_000

/**
 * Takes away what is left of somebody. When nothing is, the member's row goes too, and by its foreign keys the database
 * itself says that nothing hangs from it; then the ledger tells that somebody was erased.
 */
export async function runErasure(ctx: Context, shopId: number, erasureId: string): Promise<void> {
  if (!(await findOpenErasure(ctx, shopId, erasureId))) return
  await findWhom(ctx, shopId, erasureId)
  const erasure = (await findOpenErasure(ctx, shopId, erasureId))!
  for (const step of OF_ANYBODY) await step(ctx, erasure)
  if (erasure.subject === 'member') for (const step of OF_MEMBERS) await step(ctx, erasure)
  await dropAccount(ctx, erasure)
  await finish(ctx, erasure)
}

/** Once more, for what was written while it ran by a request that had begun before. */
export async function runErasureAgain(ctx: Context, shopId: number, erasureId: string): Promise<void> {
  const { rows } = await sql<Erasure>`
    select shop_id as "shopId", id, subject, subject_id as "subjectId", order_ids as "orderIds", by_whom as "byWhom",
      null as address, null as "userId", ledger_seq as "ledgerSeq", asked_at as "askedAt"
    from erasures where shop_id = ${shopId} and id = ${erasureId} and state = 'done'`.execute(ctx.db)
  const [erasure] = rows
  if (erasure?.subject !== 'member') return
  for (const step of [...OF_ANYBODY, ...OF_MEMBERS]) await step(ctx, erasure)
}

/**
 * After a restore a person is found by what the list kept: the member's id, the contact's, a guest's orders. What was
 * done under a member's address is the member's.
 */
async function findWhom(ctx: Context, shopId: number, id: string): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const { rows } =
      await sql<Erasure>`select subject, subject_id as "subjectId", address, order_ids as "orderIds"
      from erasures where shop_id = ${shopId} and id = ${id} and state = 'running' for update`.execute(tx)
    const [{ subject, subjectId, address, orderIds } = {} as Erasure] = rows
    if (subject === 'member') {
      await stripMember(tx, { shopId, id, memberId: subjectId!, now: ctx.clock.now() })
    } else if (subject && !address) {
      await sql`update erasures e set address = known.address from (select coalesce(
          (select email from contacts where shop_id = ${shopId} and id = ${subjectId}),
          (select lower(email) from orders where shop_id = ${shopId} and id = any(${orderIds}::uuid[]) and email <> ''
            limit 1)) as address) known
        where e.shop_id = ${shopId} and e.id = ${id} and not exists (select from members where shop_id = ${shopId}
          and lower(email) = known.address)`.execute(tx)
    }
  })
}

async function finish(ctx: Context, { shopId, id, subject, subjectId }: Erasure): Promise<void> {
  await write(ctx, shopId, async (tx) => {
    const closed = await tx
      .updateTable('erasures')
      .set({ state: 'done', done_at: ctx.clock.now(), address: null, user_id: null, ledger_key: null })
      .where('shop_id', '=', shopId)
      .where('id', '=', id)
      .where('state', '=', 'running')
      .returning('id')
      .executeTakeFirst()
    if (!closed || subject !== 'member') return done(null)
    const memberId = subjectId!
    await tx.deleteFrom('members').where('shop_id', '=', shopId).where('id', '=', memberId).execute()
    const again = new Date(ctx.clock.now().getTime() + ONCE_MORE_MS)
    await later(ctx, tx, shopId, 'person.erase', { erasureId: id, again: true }, again)
    const about = { subject: { kind: 'member', id: memberId }, payload: null } as const
    await append(ctx, tx, shopId, [
      { kind: 'member_erased', actor: null, ...about, dedupeKey: `erased:${memberId}` }
    ])
    return done(null)
  })
}
