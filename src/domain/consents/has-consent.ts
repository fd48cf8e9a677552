import { sql } from 'kysely'
import type { Context } from '#context'
import type { Purpose } from './schema.ts'
import { consentState } from './words.ts'

/** Whether this person agreed and has not taken it back. Never asked, or never answered, is no. */
export async function hasConsent(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  who: { memberId: string } | { contactId: string },
  purpose: Purpose
): Promise<boolean> {
  const memberId =
    'memberId' in who
      ? sql`${who.memberId}::uuid`
      : sql`(select member_id from contacts
    where shop_id = ${shopId} and id = ${(who as { contactId: string }).contactId})`
  const contactId =
    'contactId' in who
      ? sql`${who.contactId}::uuid`
      : sql`(select id from contacts
    where shop_id = ${shopId} and member_id = ${who.memberId} order by updated_at desc limit 1)`
  const state = consentState(shopId, { memberId, contactId }, purpose)
  const { rows } = await sql<{ yes: boolean | null }>`select ${state} as yes`.execute(db)
  return rows[0]?.yes === true
}
