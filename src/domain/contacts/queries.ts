import { sql } from 'kysely'
import type { Context } from '#context'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import { cleanLine } from '#platform/text.ts'

type Db = Pick<Context, 'db'>

export type ContactListed = {
  id: string
  name: string
  email: string | null
  marketing: boolean | null
  memberId: string | null
  /** Orders of the shop system they came from. */
  orders: number
}

const PAGE = 50

export type ContactPage = { words?: string | undefined; after?: string | null; limit?: number }

/** Contacts by name; `words` is looked for in name, address and tags, or is a past order's number. */
export async function listContacts(
  { db }: Db,
  shopId: number,
  { words = '', after, limit = PAGE }: ContactPage = {}
): Promise<{ contacts: ContactListed[]; next: string | null }> {
  const from = decodeCursor(after, ['text', 'id'])
  const text = cleanLine(words).slice(0, 100)
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const found = text
    ? sql`(concat_ws(' ', c.name, c.email, c.company, array_to_string(c.tags, ' ')) ilike ${like}
        or exists (select 1 from past_orders o where o.shop_id = ${shopId} and o.contact_id = c.id and o.number = ${text}))`
    : sql`true`
  const { rows } = await sql<ContactListed & { key: string }>`
    select lower(c.name) as key, c.id, c.name, c.email, c.marketing, c.member_id as "memberId",
      (select count(*)::int from past_orders o where o.shop_id = ${shopId} and o.contact_id = c.id) as orders
    from contacts c
    where c.shop_id = ${shopId} and ${found}
      and ${from ? sql`(lower(c.name), c.id) > (${from[0]}, ${from[1]}::uuid)` : sql`true`}
    order by lower(c.name), c.id limit ${limit + 1}`.execute(db)
  const last = rows[limit - 1]
  return {
    contacts: rows.slice(0, limit).map(({ key: _key, ...contact }) => contact),
    // The database's own small letters: its and JavaScript's differ for some.
    next: rows.length > limit && last ? encodeCursor([last.key, last.id]) : null
  }
}

export type Contact = {
  id: string
  name: string
  email: string | null
  phone: string | null
  company: string | null
  address: Record<string, string> | null
  marketing: boolean | null
  marketingAt: Date | null
  tags: string[]
  note: string
  source: string
  memberId: string | null
  memberName: string | null
  createdAt: Date
}

export async function findContact({ db }: Db, shopId: number, id: string): Promise<Contact | undefined> {
  const { rows } = await sql<Contact>`
    select c.id, c.name, c.email, c.phone, c.company, c.address, c.marketing, c.marketing_at as "marketingAt", c.tags,
      c.note, c.source, c.member_id as "memberId", m.name as "memberName", c.created_at as "createdAt"
    from contacts c left join members m on m.shop_id = c.shop_id and m.id = c.member_id
    where c.shop_id = ${shopId} and c.id = ${id}`.execute(db)
  return rows[0]
}
