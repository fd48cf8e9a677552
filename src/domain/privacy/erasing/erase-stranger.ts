import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { later, write } from '#domain/ledger/index.ts'
import type { Db, Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import type { Begun } from './erase-member.ts'
import { askAgain } from './resume-erasures.ts'

export const GuestInput = z.object({ address: z.string().trim().toLowerCase().max(254).pipe(z.email()) })

/** Erases a contact, with what was bought here without an account under their address. A member is erased as a member. */
export async function eraseContact(
  ctx: Context,
  { shopId }: Actor,
  contactId: string
): Promise<Outcome<Begun, 'contact_not_found' | 'is_a_member'>> {
  return write(ctx, shopId, async (tx) => {
    const contact = await tx
      .selectFrom('contacts')
      .select(['email', 'member_id'])
      .where('shop_id', '=', shopId)
      .where('id', '=', contactId)
      .executeTakeFirst()
    const known = await findBegun(tx, shopId, { contactId })
    if (known) {
      await askAgain(ctx, tx, shopId, known)
      return done({ erasureId: known })
    }
    if (!contact) return refused('contact_not_found')
    if (contact.member_id) return refused('is_a_member')
    const address = contact.email && !(await hasMember(tx, shopId, contact.email)) ? contact.email : null
    return done(await begin(ctx, tx, shopId, { subject: 'contact', subject_id: contactId, address }))
  })
}

/** Erases whoever bought here without an account, known by their address only; as a contact where they are one, as that has an id. */
export async function eraseGuest(
  ctx: Context,
  { shopId }: Actor,
  input: unknown
): Promise<Outcome<Begun, 'invalid' | 'person_not_found' | 'is_a_member'>> {
  const read = parse(GuestInput, input)
  if (!read.ok) return read
  const { address } = read.value
  return write(ctx, shopId, async (tx) => {
    if (await hasMember(tx, shopId, address)) return refused('is_a_member')
    if (!(await isKnown(tx, shopId, address))) return refused('person_not_found')
    const contactId = await contactOf(tx, shopId, address)
    const subject = contactId ? ('contact' as const) : ('guest' as const)
    return done(await begin(ctx, tx, shopId, { subject, subject_id: contactId, address }))
  })
}

/** Whether anything is held under an address, and whether it is a member's; undefined where it is no address. */
export async function knownAs(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  input: unknown
): Promise<'member' | 'guest' | 'unknown' | undefined> {
  const read = parse(GuestInput, input)
  if (!read.ok) return undefined
  if (await hasMember(db, shopId, read.value.address)) return 'member'
  return (await isKnown(db, shopId, read.value.address)) ? 'guest' : 'unknown'
}

type Row = { subject: 'contact' | 'guest'; subject_id: string | null; address: string | null }

async function begin(ctx: Context, tx: Tx, shopId: number, { address, ...subject }: Row): Promise<Begun> {
  const id = ctx.ids.next()
  const { rows } = await sql<{ ids: string[] }>`select coalesce(array_agg(id), '{}') as ids from orders
    where shop_id = ${shopId} and lower(email) = ${address} and member_id is null`.execute(tx)
  const row = { shop_id: shopId, id, ...subject, address, by_whom: 'owner', asked_at: ctx.clock.now() }
  const begun = await tx
    .insertInto('erasures')
    .values({ ...row, order_ids: rows[0]!.ids })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!begun) {
    const known = (await findBegun(tx, shopId, { contactId: row.subject_id, address }))!
    await askAgain(ctx, tx, shopId, known)
    return { erasureId: known }
  }
  await later(ctx, tx, shopId, 'person.erase', { erasureId: id })
  return { erasureId: id }
}

type Sought = { contactId: string | null; address?: string | null }

async function findBegun(
  tx: Tx,
  shopId: number,
  { contactId, address }: Sought
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from erasures where shop_id = ${shopId}
    and case when ${contactId}::uuid is null then subject = 'guest' and address = ${address ?? null}
      else subject = 'contact' and subject_id = ${contactId} end`.execute(tx)
  return rows[0]?.id
}

async function contactOf(tx: Tx, shopId: number, address: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from contacts where shop_id = ${shopId}
    and email = ${address} and member_id is null order by key = ${address} desc, id limit 1`.execute(tx)
  return rows[0]?.id ?? null
}

async function hasMember(tx: Db, shopId: number, address: string): Promise<boolean> {
  const { rows } = await sql`select 1 from members where shop_id = ${shopId} and lower(email) = ${address}
    limit 1`.execute(tx)
  return rows.length > 0
}

async function isKnown(tx: Db, shopId: number, address: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from orders where shop_id = ${shopId} and lower(email) = ${address}
    union all select 1 from contacts where shop_id = ${shopId} and email = ${address}
    union all select 1 from carts where shop_id = ${shopId} and lower(email) = ${address}
    union all select 1 from past_orders where shop_id = ${shopId} and lower(email) = ${address}
    union all select 1 from mails where shop_id = ${shopId} and lower(to_address) = ${address} limit 1`.execute(
    tx
  )
  return rows.length > 0
}
