import { sql } from 'kysely'
import type { Context } from '#context'
import { consentState } from '#domain/consents/index.ts'
import { NO_ACCOUNT } from '#domain/members/schema.ts'
import { exponentOf } from '#platform/money/index.ts'
import { BATCH, byKey, decimal, iso, type Cell, type Export, type Wanted } from './export.ts'

export type CustomerRecord = {
  /** None for someone who bought without an account. */
  memberId: string | null
  name: string | null
  handle: string | null
  email: string
  role: string | null
  locale: string | null
  joinedAt: string | null
  /** Whether they agreed to letters with news and offers; a guest is not asked. */
  marketing: boolean
  orders: number
  /** Minor units, less what was refunded. */
  spent: number
  currency: string
}

/** The shop's members by when they joined, then everyone else who ordered, by when they first did. */
export const customers: Export<CustomerRecord> = {
  headings: [
    'email',
    'name',
    'handle',
    'role',
    'locale',
    'joined_at',
    'accepts_marketing',
    'orders',
    'spent',
    'currency',
    'member_id'
  ],
  async *batches(ctx, wanted) {
    yield* byKey(
      (after: string | undefined) => readMembers(ctx, wanted, after),
      ({ memberId }) => memberId!
    )
    yield* byKey(
      (after: string | undefined) => readGuests(ctx, wanted, after),
      ({ email }) => email
    )
  },
  lines: (customer, { shop }): Cell[][] => [
    [
      ...[customer.email, customer.name, customer.handle, customer.role, customer.locale, customer.joinedAt],
      customer.marketing ? 'yes' : 'no',
      ...[customer.orders, decimal(customer.spent, exponentOf(shop.currency)), customer.currency],
      customer.memberId
    ]
  ]
}

async function readMembers(
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

async function readGuests(
  { db }: Pick<Context, 'db'>,
  { shop, span }: Wanted,
  after?: string
): Promise<CustomerRecord[]> {
  const key = sql<string>`lower(email)`
  const first = sql<Date>`min(placed_at)`
  const rows = await db
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
    .execute()
  return rows.map(({ since, ...guest }) => ({
    ...{ memberId: null, handle: null, role: null, joinedAt: iso(since), currency: shop.currency },
    marketing: false,
    ...guest
  }))
}
