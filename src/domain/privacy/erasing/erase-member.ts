import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { later, write } from '#domain/ledger/index.ts'
import { lockOwners } from '#domain/members/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { stripMember } from './prepare.ts'
import { askAgain } from './resume-erasures.ts'

export type EraseRefusal = 'member_not_found' | 'last_owner'
export type Begun = { erasureId: string }

/**
 * Erases a member: from this moment they are nobody here, and a job takes away the rest. Asked for again, or twice at
 * once, it is the same erasure, taken up once more if it is not done. The last owner first makes somebody else one.
 */
export async function eraseMember(
  ctx: Context,
  { shopId, memberId: self, role }: Actor,
  memberId: string
): Promise<Outcome<Begun, EraseRefusal>> {
  const byWhom = memberId === self ? 'self' : role === 'system' ? 'system' : 'owner'
  return write(ctx, shopId, async (tx) => {
    const owners = await lockOwners(tx, shopId)
    if (owners.length === 1 && owners[0] === memberId) return refused('last_owner')
    const now = ctx.clock.now()
    const id = ctx.ids.next()
    const row = {
      shop_id: shopId,
      id,
      subject: 'member',
      subject_id: memberId,
      by_whom: byWhom,
      asked_at: now
    }
    const begun = await tx
      .insertInto('erasures')
      .values(row)
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!begun) {
      const erasureId = await findBegun(tx, shopId, memberId)
      await askAgain(ctx, tx, shopId, erasureId)
      return done({ erasureId })
    }
    if (!(await stripMember(tx, { shopId, id, memberId, now }))) return refused('member_not_found')
    await later(ctx, tx, shopId, 'person.erase', { erasureId: id })
    return done({ erasureId: id })
  })
}

async function findBegun(tx: Tx, shopId: number, memberId: string): Promise<string> {
  const known = await tx
    .selectFrom('erasures')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('subject', '=', 'member')
    .where('subject_id', '=', memberId)
    .executeTakeFirstOrThrow()
  return known.id
}
