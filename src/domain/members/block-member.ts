import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { BlockInput } from './schema.ts'
import { lockOwners } from './locks.ts'

type Refusals = 'invalid' | 'member_not_found' | 'last_owner'

/** Shows a member the door, or lets them back in. From the next request on they are a guest; what they said stays. */
export async function blockMember(
  ctx: Context,
  actor: Actor,
  input: unknown
): Promise<Outcome<{ memberId: string; blocked: boolean }, Refusals>> {
  const read = parse(BlockInput, input)
  if (!read.ok) return read
  const { memberId, blocked } = read.value
  return write(ctx, actor.shopId, async (tx) => {
    const owners = await lockOwners(tx, actor.shopId)
    if (blocked && owners.length === 1 && owners[0] === memberId) return refused('last_owner')
    const { numUpdatedRows } = await tx
      .updateTable('members')
      .set({ blocked_at: blocked ? ctx.clock.now() : null })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', memberId)
      .executeTakeFirst()
    return numUpdatedRows ? done({ memberId, blocked }) : refused('member_not_found')
  })
}
