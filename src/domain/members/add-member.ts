import type { Context } from '#context'
import type { Role } from '#domain/accounts/index.ts'
import type { Entry } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { handleFrom } from './handle.ts'

export type NewMember = { userId: string; email: string; name: string; role?: Role; locale?: string | null }

const TRIES = 5

/**
 * Writes the member row that makes a user somebody in this shop, with a handle nobody has there. Undefined when this
 * user is a member already. The caller appends `joined` to the ledger.
 */
export async function addMember(
  { ids, clock }: Pick<Context, 'ids' | 'clock'>,
  tx: Tx,
  shopId: number,
  member: NewMember
): Promise<string | undefined> {
  const wanted = handleFrom(member.name)
  for (let i = 0; i < TRIES; i++) {
    const row = {
      shop_id: shopId,
      id: ids.next(),
      user_id: member.userId,
      name: member.name,
      handle: i === 0 ? wanted : `${wanted}.${ids.code(4)}`,
      email: member.email,
      role: member.role ?? 'member',
      locale: member.locale ?? null,
      joined_at: clock.now()
    }
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('members')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows) return row.id
    if (await isMember(tx, shopId, member.userId)) return undefined
  }
  throw new Error('No free handle was found')
}

async function isMember(tx: Tx, shopId: number, userId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('members')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row !== undefined
}

/** The ledger's line about a new member. */
export const joined = (memberId: string): Entry => ({
  kind: 'member_joined',
  actor: memberId,
  subject: { kind: 'member', id: memberId },
  payload: null,
  dedupeKey: `joined:${memberId}`
})
