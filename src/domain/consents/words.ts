import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import * as m from '#messages'
import type { Locale } from '#domain/shops/index.ts'
import type { Purpose } from './schema.ts'

const WORDS: Record<Purpose, (given: { shop: string }, o: { locale: Locale }) => string> = {
  marketing_email: m.consent_marketing_email_text,
  personalisation: m.consent_personalisation_text
}

export type Asked = { words: string; hash: string }

/** The question exactly as it is shown, and its name. Whoever agreed, agreed to these words. */
export function consentWords(purpose: Purpose, shop: string, locale: Locale): Asked {
  const words = WORDS[purpose]({ shop }, { locale })
  const hash = createHash('sha256').update(`${purpose}\n${locale}\n${words}`).digest('hex').slice(0, 32)
  return { words, hash }
}

const AT = 'least(c.given_at, c.recorded_at)'

/**
 * Whether a purpose is agreed to, as SQL on a member's and a contact's id (either may be null). A member's own word
 * counts before what an import says; only a later no of an import is heard all the same. What is dated after it was
 * recorded counts from when it was.
 */
export function consentState(
  shopId: number | RawBuilder<unknown>,
  { memberId, contactId }: { memberId: RawBuilder<unknown>; contactId: RawBuilder<unknown> },
  purpose: Purpose
): RawBuilder<boolean | null> {
  const last = (who: RawBuilder<unknown>, what: string) => sql`(select ${sql.raw(what)} from consents c
    where c.shop_id = ${shopId} and ${who} and c.purpose = ${purpose} order by ${sql.raw(AT)} desc, c.n desc limit 1)`
  const own = (what: string) => last(sql`c.member_id = ${memberId}`, what)
  const told = (what: string) => last(sql`c.contact_id = ${contactId}`, what)
  return sql`case when ${own('c.granted')} is null then ${told('c.granted')}
    when ${own('c.granted')} and ${told('c.granted')} is false and ${told(AT)} > ${own(AT)} then false
    else ${own('c.granted')} end`
}
