import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { refused, type Outcome } from '#platform/outcome.ts'
import { eraseMember, type Begun, type EraseRefusal } from './erase-member.ts'

/** Whoever may erase others erases a member; themselves only with proof of who they are, by `eraseMyself`. */
export async function eraseOther(
  ctx: Context,
  actor: Actor,
  memberId: string
): Promise<Outcome<Begun, EraseRefusal | 'is_yourself'>> {
  return memberId === actor.memberId ? refused('is_yourself') : eraseMember(ctx, actor, memberId)
}
