import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import { consentState } from '#domain/consents/index.ts'
import { NO_ACCOUNT } from '#domain/members/schema.ts'
import { BATCH, iso, type Wanted } from './export.ts'

export type CustomerRecord = {
  /** None for someone without an account. */
  memberId: string | null
  name: string | null
  handle: string | null
  /** None for a contact that was known elsewhere by a number only. */
  email: string | null
  role: string | null
  locale: string | null
  joinedAt: string | null
  /** Whether they agreed to letters with news and offers, here or where they were brought in from. */
  marketing: boolean
  orders: number
  /** Minor units, less what was refunded. */
  spent: number
  currency: string
  /** What an import brought of them from elsewhere. */
  contact: ContactRecord | null
}

type ContactRecord = {
  id: string
  phone: string | null
  company: string | null
  address: Record<string, string> | null
  tags: string[]
  note: string
  source: string
}

const NOBODY = sql`null::uuid`

const contactFields = sql`json_build_object('id', k.id, 'phone', k.phone, 'company', k.company,
  'address', k.address, 'tags', k.tags, 'note', k.note, 'source', k.source)`

const contactOf = (shopId: number, which: RawBuilder<unknown>) =>
  sql<ContactRecord | null>`(select ${contactFields} from contacts k
    where k.shop_id = ${shopId} and ${which} order by k.updated_at desc limit 1)`

/** Members in order of id, which is the order in which they joined. */
export async function readMembers(
  { db }: Pick<Context, 'db'>,
  { shop, span }: Wanted,
  after?: string
): Promise<CustomerRecord[]> {
  const bought = (
    what: string
  ) => sql<number>`(select ${sql.raw(what)} from orders o where o.shop_id = m.shop_id
    and o.member_id = m.id and o.number is not null and o.state <> 'cancelled')`
  const rows = await db
    .selectFrom('members as m')
    .select(['id', 'name', 'handle', 'email', 'role', 'locale', 'joined_at'])
    .select([bought('count(*)').as('orders'), bought('coalesce(sum(total - refunded), 0)').as('spent')])
    .select(agreed(shop.id).as('marketing'))
    .select(contactOf(shop.id, sql`k.member_id = m.id`).as('contact'))
    .where('shop_id', '=', shop.id)
    .where('user_id', '<>', NO_ACCOUNT)
    .$if(after !== undefined, (query) => query.where('id', '>', after!))
    .$if(span.from !== undefined, (query) => query.where('joined_at', '>=', span.from!))
    .$if(span.before !== undefined, (query) => query.where('joined_at', '<', span.before!))
    .orderBy('id')
    .limit(BATCH)
    .execute()
  return rows.map(({ id, joined_at, marketing, ...member }) => ({
    ...{ memberId: id, joinedAt: iso(joined_at), currency: shop.currency, marketing: marketing === true },
    ...member
  }))
}

const agreed = (shopId: number) => {
  const contactId = sql`(select id from contacts k where k.shop_id = ${shopId} and k.member_id = m.id
    order by updated_at desc limit 1)`
  return consentState(shopId, { memberId: sql`m.id`, contactId }, 'marketing_email')
}

/** Everyone who ordered without an account, by address. */
export async function readGuests(
  { db }: Pick<Context, 'db'>,
  { shop, span }: Wanted,
  after?: string
): Promise<CustomerRecord[]> {
  const key = sql<string>`lower(email)`
  const first = sql<Date>`min(placed_at)`
  const guests = db
    .selectFrom('orders')
    .select([key.as('email'), first.as('since')])
    .select(sql<string | null>`max(ship_to ->> 'name')`.as('name'))
    .select(sql<string | null>`max(locale)`.as('locale'))
    .select(sql<number>`count(*) filter (where state <> 'cancelled')`.as('orders'))
    .select(sql<number>`coalesce(sum(total - refunded) filter (where state <> 'cancelled'), 0)`.as('spent'))
    .where('shop_id', '=', shop.id)
    .where('number', 'is not', null)
    .where('member_id', 'is', null)
    .where('email', '<>', '')
    .$if(after !== undefined, (query) => query.where(key, '>', after!))
    .groupBy(key)
    .$if(span.from !== undefined, (query) => query.having(first, '>=', span.from!))
    .$if(span.before !== undefined, (query) => query.having(first, '<', span.before!))
    .orderBy(key)
    .limit(BATCH)
  const contactId = sql`(select k.id from contacts k where k.shop_id = ${shop.id} and k.key = g.email)`
  const rows = await db
    .selectFrom(guests.as('g'))
    .selectAll('g')
    .select(contactOf(shop.id, sql`k.key = g.email`).as('contact'))
    .select(consentState(shop.id, { memberId: NOBODY, contactId }, 'marketing_email').as('marketing'))
    .orderBy('g.email')
    .execute()
  return rows.map(({ since, marketing, ...guest }) => ({
    ...{ memberId: null, handle: null, role: null, joinedAt: iso(since), currency: shop.currency },
    marketing: marketing === true,
    ...guest
  }))
}

/** Contacts who have neither an account nor an order here. */
export async function readContacts(
  { db }: Pick<Context, 'db'>,
  { shop, span }: Wanted,
  after?: string
): Promise<CustomerRecord[]> {
  const marketing = consentState(shop.id, { memberId: NOBODY, contactId: sql`k.id` }, 'marketing_email')
  const { rows } = await sql<Row>`
    select nullif(k.name, '') as name, k.email, k.created_at as since, ${marketing} as marketing,
      ${contactFields} as contact
    from contacts k
    where k.shop_id = ${shop.id} and k.member_id is null
      and not exists (select 1 from orders o where o.shop_id = ${shop.id} and lower(o.email) = k.key
        and o.number is not null and o.member_id is null)
      and ${after ? sql`k.id > ${after}` : sql`true`}
      and ${span.from ? sql`k.created_at >= ${span.from}` : sql`true`}
      and ${span.before ? sql`k.created_at < ${span.before}` : sql`true`}
    order by k.id limit ${BATCH}`.execute(db)
  return rows.map(({ since, marketing, ...contact }) => ({
    ...{ memberId: null, handle: null, role: null, locale: null, joinedAt: iso(since) },
    ...{ marketing: marketing === true, orders: 0, spent: 0, currency: shop.currency },
    ...contact
  }))
}

type Row = Pick<CustomerRecord, 'name' | 'email'> & {
  since: Date
  marketing: boolean | null
  contact: ContactRecord
}
