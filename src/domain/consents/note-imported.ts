import { sql } from 'kysely'
import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'

export type ImportedConsent = { contactId: string; granted: boolean; givenAt: Date | null; source: string }

/** What a file says that people agreed to elsewhere, in the transaction that saves them. What it said before is not said twice. */
export async function noteImported(
  ctx: Pick<Context, 'ids' | 'clock'>,
  tx: Tx,
  shopId: number,
  said: readonly ImportedConsent[]
): Promise<void> {
  if (said.length === 0) return
  const now = ctx.clock.now()
  await sql`
    insert into consents (shop_id, id, contact_id, purpose, granted, place, source, given_at, recorded_at)
    select ${shopId}, s.id, s.contact_id, 'marketing_email', s.granted, 'import', s.source, coalesce(s.given_at, ${now}), ${now}
    from unnest(${said.map(() => ctx.ids.next())}::uuid[], ${said.map((one) => one.contactId)}::uuid[],
      ${said.map((one) => one.granted)}::boolean[], ${said.map((one) => one.givenAt)}::timestamptz[],
      ${said.map((one) => one.source)}::text[]) as s (id, contact_id, granted, given_at, source)
    where (select c.granted from consents c where c.shop_id = ${shopId} and c.contact_id = s.contact_id
      and c.purpose = 'marketing_email' order by c.given_at desc, c.n desc limit 1) is distinct from s.granted`.execute(
    tx
  )
}
