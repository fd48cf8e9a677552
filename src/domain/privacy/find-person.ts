import type { Context } from '#context'
import { NO_ACCOUNT } from '#domain/members/schema.ts'
import type { Who } from './collect.ts'

export type PersonAsked = { memberId: string } | { contactId: string } | { address: string }

type Person = {
  who: Who
  /** What a member's or contact's own row says; of somebody known by an address there is none. */
  profile: Record<string, unknown> | null
  lines: string[]
}

/** Whose things are asked for, and by what they are found. */
export function findPerson(ctx: Context, shopId: number, asked: PersonAsked): Promise<Person | undefined> {
  if ('memberId' in asked) return findMember(ctx, shopId, asked.memberId)
  if ('contactId' in asked) return findContact(ctx, shopId, asked.contactId)
  return findGuest(ctx, shopId, asked.address.trim().toLowerCase())
}

async function findMember({ db }: Context, shopId: number, memberId: string): Promise<Person | undefined> {
  const member = await db
    .selectFrom('members')
    .select([
      'user_id',
      'name',
      'handle',
      'email',
      'role',
      'locale',
      'joined_at as joinedAt',
      'seen_at as seenAt'
    ])
    .where('shop_id', '=', shopId)
    .where('id', '=', memberId)
    .where('user_id', '<>', NO_ACCOUNT)
    .executeTakeFirst()
  if (!member) return undefined
  const { user_id: userId, ...profile } = member
  const user = await db
    .selectFrom('auth_users')
    .select('email_verified')
    .where('id', '=', userId)
    .executeTakeFirst()
  const contacts = await db
    .selectFrom('contacts')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('member_id', '=', memberId)
    .execute()
  const address = user?.email_verified ? member.email.toLowerCase() : null
  const who = { shopId, memberId, userId, address, contactIds: contacts.map(({ id }) => id) }
  return { who, profile, lines: [member.name, `@${member.handle}`, member.email] }
}

const nobody = { memberId: null, userId: null }

async function findContact({ db }: Context, shopId: number, contactId: string): Promise<Person | undefined> {
  const contact = await db
    .selectFrom('contacts')
    .select(['name', 'email', 'phone', 'source'])
    .where('shop_id', '=', shopId)
    .where('id', '=', contactId)
    .executeTakeFirst()
  if (!contact) return undefined
  const address = (await belongsToMember(db, shopId, contact.email)) ? null : contact.email
  const who = { shopId, ...nobody, address, contactIds: [contactId] }
  return { who, profile: contact, lines: [contact.name, contact.email ?? ''].filter(Boolean) }
}

/** A member's things are asked for as a member's. */
async function findGuest({ db }: Context, shopId: number, address: string): Promise<Person | undefined> {
  if (!address || (await belongsToMember(db, shopId, address))) return undefined
  const contacts = await db
    .selectFrom('contacts')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('email', '=', address)
    .execute()
  const who = { shopId, ...nobody, address, contactIds: contacts.map(({ id }) => id) }
  return { who, profile: null, lines: [address] }
}

async function belongsToMember(db: Context['db'], shopId: number, address: string | null): Promise<boolean> {
  if (!address) return false
  const member = await db
    .selectFrom('members')
    .select('id')
    .where('shop_id', '=', shopId)
    .where((eb) => eb(eb.fn('lower', ['email']), '=', address))
    .executeTakeFirst()
  return member !== undefined
}
