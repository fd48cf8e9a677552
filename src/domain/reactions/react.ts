import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { append, write, type Entry } from '#domain/ledger/index.ts'
import { findOpenPost } from '#domain/posts/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

export const REACTIONS = ['like', 'repost', 'save'] as const
export type Reaction = (typeof REACTIONS)[number]
export type ReactionInput = { postId: string; kind: Reaction }
export type ReactionRefusal = 'not_a_member' | 'post_not_found'

/** A member likes, reposts or saves a post; once, however often it is pressed: the row's key is the guard. */
export async function react(
  ctx: Context,
  actor: Actor,
  { postId, kind }: ReactionInput
): Promise<Outcome<{ changed: boolean }, ReactionRefusal>> {
  return change(ctx, actor, postId, kind, (tx, memberId) =>
    tx
      .insertInto('reactions')
      .values({
        ...{ shop_id: actor.shopId, member_id: memberId, post_id: postId, kind },
        reacted_at: ctx.clock.now()
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('kind')
      .executeTakeFirst()
  )
}

/** Takes a reaction back; what was not there stays not there. */
export async function unreact(
  ctx: Context,
  actor: Actor,
  { postId, kind }: ReactionInput
): Promise<Outcome<{ changed: boolean }, ReactionRefusal>> {
  return change(ctx, actor, postId, `un${kind}`, (tx, memberId) =>
    tx
      .deleteFrom('reactions')
      .where('shop_id', '=', actor.shopId)
      .where('member_id', '=', memberId)
      .where('post_id', '=', postId)
      .where('kind', '=', kind)
      .returning('kind')
      .executeTakeFirst()
  )
}

type Step = (tx: Tx, memberId: string) => Promise<{ kind: string } | undefined>

async function change(
  ctx: Context,
  { shopId, memberId }: Actor,
  postId: string,
  kind: Reaction | `un${Reaction}`,
  step: Step
): Promise<Outcome<{ changed: boolean }, ReactionRefusal>> {
  if (!memberId) return refused('not_a_member')
  return write(ctx, shopId, async (tx) => {
    const post = await findOpenPost(tx, shopId, postId, memberId)
    if (!post) return refused('post_not_found')
    if (!(await step(tx, memberId))) return done({ changed: false })
    const subject = { kind: 'post', id: postId } as const
    const source = { campaignId: post.campaignId }
    await append(ctx, tx, shopId, [{ kind, actor: memberId, subject, source, payload: null } as Entry])
    return done({ changed: true })
  })
}
