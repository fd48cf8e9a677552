import { sql } from 'kysely'
import type { Context } from '#context'
import type { Role } from '#domain/accounts/index.ts'
import { avatarView, type PictureView } from '#domain/pictures/index.ts'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import { hashSecret, isUuid } from '#platform/ids.ts'
import { cleanLine } from '#platform/text.ts'
import { NO_ACCOUNT } from './schema.ts'

type Db = Pick<Context, 'db'>

export type MemberCard = { id: string; name: string; handle: string; avatar: PictureView | null }

const cards = ({ db }: Db, shopId: number) =>
  db
    .selectFrom('members')
    .leftJoin('pictures', (join) =>
      join
        .onRef('pictures.shop_id', '=', 'members.shop_id')
        .onRef('pictures.id', '=', 'members.avatar_id')
        .on('pictures.state', '<>', 'refused')
    )
    .where('members.shop_id', '=', shopId)
    .select(['members.id', 'members.name', 'members.handle', 'pictures.id as avatarId', 'renditions'])

type CardRow = Awaited<ReturnType<ReturnType<typeof cards>['executeTakeFirstOrThrow']>>

const card = (shopId: number, { id, name, handle, avatarId, renditions }: CardRow): MemberCard => ({
  id,
  name,
  handle,
  avatar: avatarId ? avatarView(shopId, avatarId, renditions) : null
})

/** How a member is shown: name, handle, face. */
export async function memberCard(ctx: Db, shopId: number, memberId: string): Promise<MemberCard | undefined> {
  const row = await cards(ctx, shopId).where('members.id', '=', memberId).executeTakeFirst()
  return row && card(shopId, row)
}

export type MemberRow = MemberCard & {
  email: string
  role: Role
  blocked: boolean
  joinedAt: Date
}

const MORE = ['members.email', 'members.role', 'members.blocked_at', 'members.joined_at'] as const
type More = { email: string; role: string; blocked_at: Date | null; joined_at: Date }

const whole = (shopId: number, row: CardRow & More): MemberRow => ({
  ...card(shopId, row),
  email: row.email,
  role: row.role as Role,
  blocked: row.blocked_at !== null,
  joinedAt: row.joined_at
})

/** One of the shop's people, whatever their role, with their address. */
export async function findMember(ctx: Db, shopId: number, id: string): Promise<MemberRow | undefined> {
  const row = await cards(ctx, shopId).select(MORE).where('members.id', '=', id).executeTakeFirst()
  return row && whole(shopId, row)
}

const PAGE = 50

export type MemberFilter = { words?: string; role?: Role | 'staff'; after?: string | null; limit?: number }

/** The people of a shop by name; `words` is looked for in name, handle and address. */
export async function listMembers(
  ctx: Db,
  shopId: number,
  filter: MemberFilter = {}
): Promise<{ members: MemberRow[]; next: string | null }> {
  const { limit = PAGE } = filter
  let query = cards(ctx, shopId)
    .select(MORE)
    .where('members.user_id', '<>', NO_ACCOUNT)
    .orderBy('members.name')
    .orderBy('members.id')
    .limit(limit + 1)
  if (filter.role === 'staff') query = query.where('members.role', '<>', 'member')
  else if (filter.role) query = query.where('members.role', '=', filter.role)
  const words = cleanLine(filter.words ?? '')
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  if (words) {
    query = query.where(
      sql<boolean>`concat_ws(' ', members.name, members.handle, members.email) ilike ${like}`
    )
  }
  const key = decodeCursor(filter.after, ['text', 'id'])
  if (key && isUuid(key[1]))
    query = query.where(
      sql<boolean>`(members.name, members.id) > (${cleanLine(String(key[0]))}, ${key[1]}::uuid)`
    )
  const rows = await query.execute()
  const members = rows.slice(0, limit).map((row) => whole(shopId, row))
  const last = members.at(-1)
  return { members, next: rows.length > limit && last ? encodeCursor([last.name, last.id]) : null }
}

export type InviteView = { id: string; email: string; role: Role; mailed: boolean; expiresAt: Date }

/** Invitations that are still open. */
export async function listInvites(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  shopId: number
): Promise<InviteView[]> {
  const rows = await open(db, shopId, clock.now()).orderBy('created_at', 'desc').limit(100).execute()
  return rows.map((row) => ({ ...row, role: row.role as Role }))
}

/** The open invitation of this token. */
export async function findInvite(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  token: string
): Promise<InviteView | undefined> {
  const row = await open(db, shopId, clock.now())
    .where('token_hash', '=', hashSecret(token))
    .executeTakeFirst()
  return row && { ...row, role: row.role as Role }
}

const open = (db: Context['db'], shopId: number, now: Date) =>
  db
    .selectFrom('member_invites')
    .select(['id', 'email', 'role', 'mailed', 'expires_at as expiresAt'])
    .where('shop_id', '=', shopId)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
