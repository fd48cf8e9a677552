import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Begins a draft; an author's draft that nobody has written in yet is given again. Answers the post's id. */
export async function startPost(ctx: Context, actor: Actor): Promise<Outcome<string, 'not_a_member'>> {
  const { shopId, memberId } = actor
  if (!memberId) return refused('not_a_member')
  return write(ctx, shopId, async (tx) => {
    const untouched = await tx
      .selectFrom('posts')
      .select('id')
      .where('shop_id', '=', shopId)
      .where('author_id', '=', memberId)
      .where('state', '=', 'draft')
      .where('version', '=', 1)
      .executeTakeFirst()
    if (untouched) return done(untouched.id)
    const id = ctx.ids.next()
    const now = ctx.clock.now()
    const row = { shop_id: shopId, id, slug: ctx.ids.code(7), state: 'draft', author_id: memberId }
    await tx
      .insertInto('posts')
      .values({ ...row, created_at: now, updated_at: now })
      .execute()
    return done(id)
  })
}
