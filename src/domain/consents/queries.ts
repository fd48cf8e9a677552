import { sql } from 'kysely'
import type { Context } from '#context'
import { OFFERED, type Purpose } from './schema.ts'
import { hasConsent } from './has-consent.ts'

export type ConsentNow = { purpose: Purpose; granted: boolean }

/** What somebody agreed to, of all they may be asked for. */
export async function consentsOf(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  who: { memberId: string } | { contactId: string }
): Promise<ConsentNow[]> {
  return Promise.all(
    OFFERED.map(async (purpose) => ({ purpose, granted: await hasConsent(ctx, shopId, who, purpose) }))
  )
}

export type ConsentSaid = {
  id: string
  purpose: Purpose
  granted: boolean
  place: 'settings' | 'api' | 'import'
  /** Where an import's file came from. */
  source: string | null
  /** What was asked, as it was shown, and in which language. */
  words: string | null
  locale: string | null
  givenAt: Date
}

/** Every yes and no of a person, newest first, the last hundred; a member's with those of the contact they are. */
export async function consentLog(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  { memberId = null, contactId = null }: { memberId?: string | null; contactId?: string | null }
): Promise<ConsentSaid[]> {
  const { rows } = await sql<ConsentSaid>`
    select c.id, c.purpose, c.granted, c.place, c.source, t.words, t.locale, c.given_at as "givenAt"
    from consents c left join consent_texts t on t.shop_id = c.shop_id and t.hash = c.text_hash
    where c.shop_id = ${shopId} and (c.member_id = ${memberId} or c.contact_id = ${contactId}
      or c.contact_id in (select id from contacts where shop_id = ${shopId} and member_id = ${memberId}))
    order by c.given_at desc, c.n desc limit 100`.execute(db)
  return rows
}
