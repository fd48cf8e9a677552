import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { ProfileInput } from './schema.ts'

type Refusals = 'invalid' | 'handle_taken' | 'member_not_found'

const UNIQUE = '23505'

/** Changes how a member is shown. A handle is one member's only, whatever its capitals. */
export async function updateProfile(
  ctx: Context,
  actor: Actor,
  input: unknown
): Promise<Outcome<null, Refusals>> {
  const read = parse(ProfileInput, input)
  if (!read.ok) return read
  const { name, handle, locale } = read.value
  try {
    return await write(ctx, actor.shopId, async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('members')
        .set({ name, handle, locale })
        .where('shop_id', '=', actor.shopId)
        .where('id', '=', actor.memberId)
        .executeTakeFirst()
      return numUpdatedRows ? done(null) : refused('member_not_found')
    })
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE) return refused('handle_taken')
    throw error
  }
}
