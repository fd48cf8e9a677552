import type { Context } from '#context'
import { NO_ACCOUNT } from './schema.ts'

/** The member who stands for everybody who was erased: made when first needed, never listed, never let in. */
export async function nobodyOf(
  { db, ids, clock }: Pick<Context, 'db' | 'ids' | 'clock'>,
  shopId: number
): Promise<string> {
  const find = () =>
    db
      .selectFrom('members')
      .select('id')
      .where('shop_id', '=', shopId)
      .where('user_id', '=', NO_ACCOUNT)
      .executeTakeFirst()
  const known = await find()
  if (known) return known.id
  const now = clock.now()
  const row = { shop_id: shopId, id: ids.next(), user_id: NO_ACCOUNT, name: '—', handle: `-${ids.code(12)}` }
  await db
    .insertInto('members')
    .values({ ...row, email: '', role: 'member', blocked_at: now, joined_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await find())!.id
}
