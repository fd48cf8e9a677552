import type { Context } from '#context'
import type { Actor, Role } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { RoleInput } from './schema.ts'
import { lockOwners } from './locks.ts'

type Refusals = 'invalid' | 'member_not_found' | 'last_owner'

/** Gives a member another role. A shop always keeps an owner who can act. */
export async function changeRole(
  ctx: Context,
  actor: Actor,
  input: unknown
): Promise<Outcome<{ memberId: string; role: Role }, Refusals>> {
  const read = parse(RoleInput, input)
  if (!read.ok) return read
  const { memberId, role } = read.value
  return write(ctx, actor.shopId, async (tx) => {
    const owners = await lockOwners(tx, actor.shopId)
    if (role !== 'owner' && owners.length === 1 && owners[0] === memberId) return refused('last_owner')
    const { numUpdatedRows } = await tx
      .updateTable('members')
      .set({ role })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', memberId)
      .executeTakeFirst()
    return numUpdatedRows ? done({ memberId, role }) : refused('member_not_found')
  })
}
