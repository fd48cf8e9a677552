import { sql } from 'kysely'
import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { inSlices, SLICE, type Erasure } from './erasure.ts'

/** What another shop system knew of the person: the contact goes, of past orders only sums and goods stay. */
export async function dropContacts(ctx: Context, erasure: Erasure): Promise<void> {
  const { shopId, subject, subjectId, address, askedAt } = erasure
  const mine = subject === 'contact' ? sql`c.id = ${subjectId}` : sql`false`
  const linked = subject === 'member' ? sql`c.member_id = ${subjectId}` : sql`false`
  await inSlices(ctx, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select c.id from contacts c where c.shop_id = ${shopId} and (${mine} or ${linked}
        or (${address}::text is not null and c.email = ${address} and c.created_at <= ${askedAt}))
      limit ${SLICE} for update`.execute(tx)
    await forget(tx, shopId, rows.map(({ id }) => id)) // prettier-ignore
    return rows.length
  })
  await inSlices(ctx, async (tx) => {
    const { numAffectedRows } = await sql`
      update past_orders set email = null, name = '', note = '', content_hash = '' where shop_id = ${shopId} and id in (
        select id from past_orders where shop_id = ${shopId} and contact_id is null and ${address}::text is not null
          and lower(email) = ${address} and created_at <= ${askedAt} limit ${SLICE})`.execute(tx)
    return Number(numAffectedRows)
  })
}

async function forget(tx: Tx, shopId: number, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update past_orders set contact_id = null, email = null, name = '', note = '', content_hash = ''
    where shop_id = ${shopId} and contact_id = any(${ids}::uuid[])`.execute(tx)
  await tx.deleteFrom('consents').where('shop_id', '=', shopId).where('contact_id', 'in', ids).execute()
  await tx.deleteFrom('contacts').where('shop_id', '=', shopId).where('id', 'in', ids).execute()
}
