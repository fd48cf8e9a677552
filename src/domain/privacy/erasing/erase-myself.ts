import { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import type { Visit } from '#domain/auth/index.ts'
import { proveSelf } from '#domain/signing-in/index.ts'
import { refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { eraseMember, type Begun, type EraseRefusal } from './erase-member.ts'

export const EraseMyselfInput = z.object({ sure: z.literal(true), password: z.string().max(128).default('') })

type Refusals =
  EraseRefusal | 'invalid' | 'not_a_member' | 'too_many_tries' | 'wrong_password' | 'sign_in_again'

/** A member erases themselves: said to be sure, and proved to be them. */
export async function eraseMyself(
  ctx: Context,
  actor: Actor,
  { visit, headers }: { visit: Visit; headers: Headers },
  input: unknown
): Promise<Outcome<Begun, Refusals>> {
  const read = parse(EraseMyselfInput, input)
  if (!read.ok) return read
  const member = await ctx.db
    .selectFrom('members')
    .select(['id', 'user_id'])
    .where('shop_id', '=', actor.shopId)
    .where('id', '=', actor.memberId)
    .executeTakeFirst()
  if (!member) return refused('not_a_member')
  const { password } = read.value
  const proved = await proveSelf(ctx, visit, headers, { userId: member.user_id, password })
  return proved.ok ? eraseMember(ctx, actor, member.id) : proved
}
