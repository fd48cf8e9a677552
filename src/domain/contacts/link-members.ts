import { sql } from 'kysely'
import type { Context } from '#context'
import { write } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'

type Pair = { contactId: string; memberId: string; userId: string }

/** Links contacts to the members who have proved that the same e-mail address is theirs. Answers how many. */
export async function linkMembers(ctx: Context, shopId: number): Promise<number> {
  const { rows } = await sql<Pair>`
    select c.id as "contactId", m.id as "memberId", m.user_id as "userId"
    from contacts c join members m on m.shop_id = c.shop_id and lower(m.email) = c.email
    where c.shop_id = ${shopId} and c.member_id is null and c.email is not null limit 1000`.execute(ctx.db)
  if (rows.length === 0) return 0
  const proved = await provedUsers(ctx, rows.map(({ userId }) => userId)) // prettier-ignore
  const pairs = rows.filter(({ userId }) => proved.has(userId))
  await write(ctx, shopId, async (tx) => {
    await sql`
      update contacts c set member_id = p.member_id
      from unnest(${pairs.map(({ contactId }) => contactId)}::uuid[], ${pairs.map(({ memberId }) => memberId)}::uuid[])
        as p (id, member_id)
      where c.shop_id = ${shopId} and c.id = p.id and c.member_id is null`.execute(tx)
    return done(null)
  })
  return pairs.length
}

/** Accounts are everybody's, so they are asked for by themselves. */
async function provedUsers({ db }: Context, ids: readonly string[]): Promise<Set<string>> {
  const users = await db
    .selectFrom('auth_users')
    .select('id')
    .where('id', 'in', ids)
    .where('email_verified', '=', true)
    .execute()
  return new Set(users.map(({ id }) => id))
}
