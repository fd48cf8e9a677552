import { sql } from 'kysely'
import type { Context } from '#context'

/** A line of what is held, as a person reads it; `data` is all of it. */
export type Held = { at: Date | null; what: string; details: string; data: Record<string, unknown> }

type Row = { at: Date | null; what: string | null; details: string | null; data: Record<string, unknown> }
type Who = { shopId: number; memberId: string; userId: string; email: string }

/**
 * What the shop holds about a member, by kind: everything that carries their id, and every letter to their address. Each
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
  orders: ({ shopId, memberId }: Who) => sql<Row>`
    select coalesce(o.placed_at, o.created_at) as at, coalesce('#' || o.number, o.state) as what,
      (select string_agg(l.quantity || ' × ' || l.title, ', ' order by l.position) from order_lines l
        where l.shop_id = o.shop_id and l.order_id = o.id) as details,
      to_jsonb(o) - 'shop_id' - 'token' - 'attempt_key' || jsonb_build_object('lines',
        (select jsonb_agg(to_jsonb(l) - 'shop_id' - 'order_id' order by l.position) from order_lines l
          where l.shop_id = o.shop_id and l.order_id = o.id)) as data
    from orders o where o.shop_id = ${shopId} and o.member_id = ${memberId} order by o.created_at`,
  carts: ({ shopId, memberId }: Who) => sql<Row>`
    select c.created_at as at, c.state as what, coalesce(c.email, '') as details,
      to_jsonb(c) - 'shop_id' - 'token_hash' || jsonb_build_object('lines',
        (select jsonb_agg(to_jsonb(l) - 'shop_id' - 'cart_id') from cart_lines l
          where l.shop_id = c.shop_id and l.cart_id = c.id)) as data
    from carts c where c.shop_id = ${shopId} and c.member_id = ${memberId} order by c.created_at`,
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
  letters: ({ shopId, email }: Who) => sql<Row>`
    select created_at as at, subject as what, state as details,
      json_build_object('kind', kind, 'subject', subject, 'state', state, 'writtenAt', created_at,
        'sentAt', sent_at) as data
    from mails where shop_id = ${shopId} and lower(to_address) = lower(${email}) order by id`,
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
