import { sql } from 'kysely'
import type { Context } from '#context'

/** A line of what is held, as a person reads it; `data` is all of it. */
export type Held = { at: Date | null; what: string; details: string; data: Record<string, unknown> }

type Row = { at: Date | null; what: string | null; details: string | null; data: Record<string, unknown> }
/** Whose things are sought: a member's, a contact's, or of whoever is known by an address only. */
export type Who = {
  shopId: number
  memberId: string | null
  userId: string | null
  /** Their address, if it is surely theirs: then letters to it, and what was bought by it without an account, are too. */
  address: string | null
  contactIds: string[]
}

/** A member's own, and what nobody's account did by their address. */
const theirs = (table: string, { memberId, address }: Who) => {
  const of = sql.ref(`${table}.member_id`)
  return sql`(${of} = ${memberId} or (${of} is null and lower(${sql.ref(`${table}.email`)}) = ${address}))`
}

/**
 * What the shop holds about a member, by kind: everything that carries their id, and every letter to their proved address. Each
 * query answers when, what and how in words, and the whole row for programs.
 */
const KINDS = {
  comments: ({ shopId, memberId }: Who) => sql<Row>`
    select c.posted_at as at, coalesce(nullif(p.title, ''), p.slug) as what, c.words as details,
      json_build_object('id', c.id, 'post', p.slug, 'words', c.words, 'state', c.state, 'postedAt', c.posted_at,
        'editedAt', c.edited_at) as data
    from comments c join posts p on p.shop_id = c.shop_id and p.id = c.post_id
    where c.shop_id = ${shopId} and c.member_id = ${memberId} order by c.posted_at, c.id`,
  reactions: ({ shopId, memberId }: Who) => sql<Row>`
    select r.reacted_at as at, r.kind as what, coalesce(nullif(p.title, ''), p.slug) as details,
      json_build_object('kind', r.kind, 'post', p.slug, 'reactedAt', r.reacted_at) as data
    from reactions r join posts p on p.shop_id = r.shop_id and p.id = r.post_id
    where r.shop_id = ${shopId} and r.member_id = ${memberId} order by r.reacted_at`,
  follows: ({ shopId, memberId }: Who) => sql<Row>`
    select followed_at as at, '' as what, '' as details, json_build_object('followedAt', followed_at) as data
    from follows where shop_id = ${shopId} and member_id = ${memberId}`,
  orders: (who: Who) => sql<Row>`
    select coalesce(o.placed_at, o.created_at) as at, coalesce('#' || o.number, o.state) as what,
      (select string_agg(l.quantity || ' × ' || l.title, ', ' order by l.position) from order_lines l
        where l.shop_id = o.shop_id and l.order_id = o.id) as details,
      to_jsonb(o) - 'shop_id' - 'token' - 'attempt_key' || jsonb_build_object('lines',
        (select jsonb_agg(to_jsonb(l) - 'shop_id' - 'order_id' order by l.position) from order_lines l
          where l.shop_id = o.shop_id and l.order_id = o.id)) as data
    from orders o where o.shop_id = ${who.shopId} and ${theirs('o', who)} order by o.created_at`,
  carts: (who: Who) => sql<Row>`
    select c.created_at as at, c.state as what, coalesce(c.email, '') as details,
      to_jsonb(c) - 'shop_id' - 'token_hash' || jsonb_build_object('lines',
        (select jsonb_agg(to_jsonb(l) - 'shop_id' - 'cart_id') from cart_lines l
          where l.shop_id = c.shop_id and l.cart_id = c.id)) as data
    from carts c where c.shop_id = ${who.shopId} and ${theirs('c', who)} order by c.created_at`,
  handOvers: ({ shopId, memberId }: Who) => sql<Row>`
    select h.handed_at as at, s.name as what,
      (select string_agg((l->>'quantity') || ' × ' || (l->>'title'), ', ') from jsonb_array_elements(h.lines) as l)
        as details,
      to_jsonb(h) - 'shop_id' || jsonb_build_object('store', s.name, 'address', s.address) as data
    from hand_overs h join stores s on s.shop_id = h.shop_id and s.id = h.store_id
    where h.shop_id = ${shopId} and h.member_id = ${memberId} order by h.handed_at`,
  links: ({ shopId, memberId }: Who) => sql<Row>`
    select created_at as at, '/l/' || code as what, target as details, to_jsonb(l) - 'shop_id' as data
    from links l where shop_id = ${shopId} and (member_id = ${memberId} or created_by = ${memberId})
    order by created_at, code`,
  posts: ({ shopId, memberId }: Who) => sql<Row>`
    select created_at as at, coalesce(nullif(title, ''), slug) as what, words as details,
      json_build_object('id', id, 'slug', slug, 'title', title, 'words', words, 'state', state,
        'createdAt', created_at, 'publishedAt', published_at) as data
    from posts where shop_id = ${shopId} and author_id = ${memberId} order by created_at`,
  letters: ({ shopId, address }: Who) => sql<Row>`
    select created_at as at, subject as what, state as details,
      json_build_object('kind', kind, 'subject', subject, 'state', state, 'writtenAt', created_at,
        'sentAt', sent_at) as data
    from mails where shop_id = ${shopId} and lower(to_address) = ${address} order by id`,
  consents: ({ shopId, memberId, contactIds }: Who) => sql<Row>`
    select c.given_at as at, c.purpose || ': ' || case when c.granted then '✓' else '✗' end as what,
      coalesce(t.words, c.source) as details,
      json_build_object('purpose', c.purpose, 'granted', c.granted, 'place', c.place, 'source', c.source,
        'words', t.words, 'givenAt', c.given_at) as data
    from consents c left join consent_texts t on t.shop_id = c.shop_id and t.hash = c.text_hash
    where c.shop_id = ${shopId} and (c.member_id = ${memberId} or c.contact_id = any(${contactIds}::uuid[]))
    order by c.given_at, c.n`,
  contacts: ({ shopId, contactIds }: Who) => sql<Row>`
    select created_at as at, source as what, concat_ws(', ', name, email, phone, company, note) as details,
      to_jsonb(c) - 'shop_id' - 'import_id' - 'member_id' as data
    from contacts c where shop_id = ${shopId} and id = any(${contactIds}::uuid[]) order by created_at, id`,
  pastOrders: ({ shopId, contactIds, address }: Who) => sql<Row>`
    select o.placed_at as at, '#' || o.number as what, o.source as details,
      to_jsonb(o) - 'shop_id' - 'import_id' - 'content_hash' || jsonb_build_object('lines',
        (select jsonb_agg(to_jsonb(l) - 'shop_id' - 'order_id' order by l.n) from past_order_lines l
          where l.shop_id = o.shop_id and l.order_id = o.id)) as data
    from past_orders o where o.shop_id = ${shopId}
      and (o.contact_id = any(${contactIds}::uuid[]) or (o.contact_id is null and lower(o.email) = ${address}))
    order by o.placed_at, o.id`,
  keys: ({ shopId, memberId }: Who) => sql<Row>`
    select created_at as at, name as what, array_to_string(scopes, ', ') as details,
      json_build_object('name', name, 'prefix', prefix, 'scopes', scopes, 'createdAt', created_at,
        'lastUsedAt', last_used_at, 'revokedAt', revoked_at) as data
    from api_keys where shop_id = ${shopId} and created_by = ${memberId} order by created_at, id`,
  sessions: ({ shopId, userId }: Who) => sql<Row>`
    select created_at as at, coalesce(ip_address, '') as what, coalesce(user_agent, '') as details,
      json_build_object('address', ip_address, 'browser', user_agent, 'createdAt', created_at,
        'expiresAt', expires_at) as data
    from auth_sessions where shop_id = ${shopId} and user_id = ${userId} order by created_at`,
  pictures: ({ shopId, memberId }: Who) => sql<Row>`
    select created_at as at, 'pictures/' || id as what, alt as details,
      json_build_object('id', id, 'key', master_key, 'alt', alt, 'type', mime, 'bytes', bytes, 'width', width,
        'height', height, 'uploadedAt', created_at) as data
    from pictures where shop_id = ${shopId} and uploaded_by = ${memberId} order by created_at, id`,
  ledger: ({ shopId, memberId }: Who) => sql<Row>`
    select occurred_at as at, kind as what, subject_kind as details,
      json_build_object('kind', kind, 'subject', subject_kind, 'subjectId', subject_id, 'network', network,
        'quantity', quantity, 'amount', amount, 'occurredAt', occurred_at) as data
    from ledger where shop_id = ${shopId} and actor = ${memberId} order by seq`
}

export type HeldKind = keyof typeof KINDS
export const HELD_KINDS = Object.keys(KINDS) as HeldKind[]

/** Everything of one kind that is held about this member. */
export async function collect({ db }: Pick<Context, 'db'>, kind: HeldKind, who: Who): Promise<Held[]> {
  const { rows } = await KINDS[kind](who).execute(db)
  return rows.map(({ at, what, details, data }) => ({ at, what: what ?? '', details: details ?? '', data }))
}
