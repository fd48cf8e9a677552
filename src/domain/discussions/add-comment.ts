import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { findOpenPost } from '#domain/posts/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { lockMember } from './locks.ts'
import { commentInput, type CommentInput } from './schema.ts'

export type CommentRefusal = 'invalid' | 'not_a_member' | 'post_not_found' | 'comment_not_found' | 'too_many'

/** How many comments one member may write within how long. */
const PACE = [
  { count: 6, seconds: 60 },
  { count: 60, seconds: 3_600 }
]

/** The same words again within this time are the same press: a double click, or a page sent once more. */
const SAME_PRESS_MS = 30_000

/**
 * A member says something under a post, once however often they press. An answer to an answer joins the thread it stands
 * in. Gives its id.
 */
export async function addComment(
  ctx: Context,
  actor: Actor,
  input: CommentInput
): Promise<Outcome<string, CommentRefusal>> {
  const { shopId, memberId } = actor
  if (!memberId) return refused('not_a_member')
  const parsed = parse(commentInput, input)
  if (!parsed.ok) return parsed
  const { postId, parentId, words } = parsed.value
  return write(ctx, shopId, async (tx) => {
    const post = await findOpenPost(tx, shopId, postId, memberId)
    if (!post || !(await lockMember(tx, shopId, memberId))) return refused('post_not_found')
    const thread = parentId ? await findThread(tx, shopId, postId, parentId) : null
    if (thread === undefined) return refused('comment_not_found')
    const said = { shopId, memberId, postId, thread, words }
    const same = await findSame(tx, said, new Date(ctx.clock.now().getTime() - SAME_PRESS_MS))
    if (same) return done(same)
    if (await isTooFast(ctx, tx, shopId, memberId)) return refused('too_many')
    const id = ctx.ids.next()
    const row = { shop_id: shopId, id, post_id: postId, parent_id: thread, member_id: memberId, words }
    await tx
      .insertInto('comments')
      .values({ ...row, posted_at: ctx.clock.now() })
      .execute()
    const subject = { kind: 'post', id: postId } as const
    const source = { campaignId: post.campaignId }
    await append(ctx, tx, shopId, [
      { kind: 'comment', actor: memberId, subject, source, payload: { commentId: id } }
    ])
    return done(id)
  })
}

/** The comment a thread began with. */
async function findThread(
  tx: Tx,
  shopId: number,
  postId: string,
  commentId: string
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('comments')
    .select(['id', 'parent_id'])
    .where('shop_id', '=', shopId)
    .where('post_id', '=', postId)
    .where('id', '=', commentId)
    .where('state', '=', 'visible')
    .executeTakeFirst()
  return row && (row.parent_id ?? row.id)
}

type Said = { shopId: number; memberId: string; postId: string; thread: string | null; words: string }

async function findSame(tx: Tx, said: Said, since: Date): Promise<string | undefined> {
  const row = await tx
    .selectFrom('comments')
    .select('id')
    .where('shop_id', '=', said.shopId)
    .where('member_id', '=', said.memberId)
    .where('posted_at', '>', since)
    .where('post_id', '=', said.postId)
    .where('parent_id', 'is not distinct from', said.thread)
    .where('words', '=', said.words)
    .where('state', '=', 'visible')
    .executeTakeFirst()
  return row?.id
}

/** The member is locked, so that counting and writing are one step however many tabs are at it. */
async function isTooFast(ctx: Context, tx: Tx, shopId: number, memberId: string): Promise<boolean> {
  const now = ctx.clock.now().getTime()
  const longest = Math.max(...PACE.map((pace) => pace.count))
  const recent = await tx
    .selectFrom('comments')
    .select('posted_at')
    .where('shop_id', '=', shopId)
    .where('member_id', '=', memberId)
    .orderBy('posted_at', 'desc')
    .limit(longest)
    .execute()
  return PACE.some(({ count, seconds }) => {
    const nth = recent[count - 1]
    return nth !== undefined && now - nth.posted_at.getTime() < seconds * 1000
  })
}
