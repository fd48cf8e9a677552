import { sql } from 'kysely'
import type { Context } from '#context'
import type { Erasure } from './erasure.ts'

/** The account, with passwords and every session, when no shop's membership uses it any more. */
export async function dropAccount({ db }: Context, { userId }: Erasure): Promise<void> {
  if (!userId) return
  const { rows } = await sql<{ email: string }>`delete from auth_users u where u.id = ${userId}
    and not exists (select from members l where l.user_id = ${userId}) returning email`.execute(db)
  if (!rows[0]) return
  await sql`delete from auth_verifications where strpos(value, ${userId}) > 0
    or strpos(lower(value), ${rows[0].email.toLowerCase()}) > 0`.execute(db)
}
