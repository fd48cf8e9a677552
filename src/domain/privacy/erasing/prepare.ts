import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'

type Strip = { shopId: number; id: string; memberId: string; now: Date }

/**
 * The first step, and the one that is seen at once: the member has no name, no way in and no account any more, and who
 * comes back with the same account is somebody new. What the rest is found by stands in the erasure until it is done.
 */
export async function stripMember(tx: Tx, { shopId, id, memberId, now }: Strip): Promise<boolean> {
  const { rows } = await sql<{ email: string; userId: string }>`
    select lower(email) as email, user_id as "userId" from members
    where shop_id = ${shopId} and id = ${memberId} for update`.execute(tx)
  const [member] = rows
  if (!member) return false
  if (member.userId === `erased:${id}`) return true
  const address = (await isTheirs(tx, { shopId, memberId, ...member })) ? member.email : null
  await tx
    .updateTable('erasures')
    .set({ address, user_id: member.userId })
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('members')
    .set({
      name: '—',
      handle: `-${id}`,
      email: '',
      user_id: `erased:${id}`,
      locale: null,
      role: 'member',
      blocked_at: now
    })
    .where('shop_id', '=', shopId)
    .where('id', '=', memberId)
    .execute()
  await tx
    .updateTable('api_keys')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(now)) }))
    .where('shop_id', '=', shopId)
    .where('created_by', '=', memberId)
    .execute()
  await tx
    .deleteFrom('auth_sessions')
    .where('user_id', '=', member.userId)
    .where('shop_id', '=', shopId)
    .execute()
  return true
}

type Claim = { shopId: number; memberId: string; userId: string; email: string }

/** Proved by a letter; or nobody else ever used the address here, so that nothing of a stranger can go with it. */
async function isTheirs(tx: Tx, { shopId, memberId, userId, email }: Claim): Promise<boolean> {
  const user = await tx
    .selectFrom('auth_users')
    .select('email_verified')
    .where('id', '=', userId)
    .executeTakeFirst()
  if (user?.email_verified) return true
  const { rows } = await sql`
    select 1 from orders where shop_id = ${shopId} and lower(email) = ${email} and member_id is distinct from ${memberId}
    union all select 1 from contacts where shop_id = ${shopId} and email = ${email}
    union all select 1 from members where shop_id = ${shopId} and lower(email) = ${email} and id <> ${memberId}
    limit 1`.execute(tx)
  return rows.length === 0
}
