import { sql } from 'kysely'
import type { Context } from '#context'
import { inSlices, SLICE, type Erasure } from './erasure.ts'

/** What was told to other programs about a member is kept without their id, also what still waits to be told. */
export async function scrubWebhooks(ctx: Context, { shopId, subjectId: memberId }: Erasure): Promise<void> {
  const key = ctx.ids.secret(16)
  await inSlices(ctx, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update webhook_events set body = replace(body, ${`"${memberId}"`}, 'null'), subject = replace(subject, ${memberId}, ${key})
      where shop_id = ${shopId} and id in (select id from webhook_events where shop_id = ${shopId}
        and type <> 'member.erased' and (strpos(body, ${memberId}) > 0 or strpos(subject, ${memberId}) > 0)
        limit ${SLICE}) returning id`.execute(tx)
    if (rows.length === 0) return 0
    const ids = rows.map(({ id }) => id)
    const { rows: deliveries } = await sql<{ id: string }>`
      update webhook_deliveries set subject = replace(subject, ${memberId}, ${key})
      where shop_id = ${shopId} and event_id = any(${ids}::uuid[]) returning id`.execute(tx)
    await sql`update webhook_tries set answer = '' where shop_id = ${shopId}
      and delivery_id = any(${deliveries.map(({ id }) => id)}::uuid[])`.execute(tx)
    return rows.length
  })
}
