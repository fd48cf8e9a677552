import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { hashtagsOf } from '#platform/words.ts'
import { findUnknown, type ReferenceRefusal } from './references.ts'
import { lockPost } from './locks.ts'
import { whatIsMissing, type ReadinessRefusal } from './readiness.ts'
import { LIMITS, postInput, type PostFields, type PostInput } from './schema.ts'

export type SaveRefusal =
  | 'invalid'
  | 'too_many_pictures'
  | 'post_not_found'
  | 'post_stale'
  | 'post_moved_on'
  | ReferenceRefusal
  | ReadinessRefusal

/**
 * Keeps the whole of a post as a composer holds it. A tab that has an older version in front of it is refused, so
 * that nobody's words are lost; a post that waits or is out must stay fit to be seen.
 */
export async function savePost(
  ctx: Context,
  actor: Actor,
  input: PostInput
): Promise<Outcome<{ version: number; savedAt: Date }, SaveRefusal>> {
  if (input.pictures.length > LIMITS.pictures) return refused('too_many_pictures')
  const parsed = parse(postInput, input)
  if (!parsed.ok) return parsed
  const fields = parsed.value
  return write(ctx, actor.shopId, async (tx) => {
    const post = await lockPost(tx, actor.shopId, fields.postId)
    if (!post) return refused('post_not_found')
    if (post.version !== fields.version) return refused('post_stale')
    if (post.state === 'removed') return refused('post_moved_on')
    const lacking = post.state === 'draft' ? undefined : whatIsMissing(fields)
    const unknown = lacking ?? (await findUnknown(tx, actor.shopId, fields))
    if (unknown) return refused(unknown)
    const savedAt = ctx.clock.now()
    await update(tx, actor.shopId, fields, savedAt)
    await replacePictures(tx, actor.shopId, fields)
    await replaceTags(tx, actor.shopId, fields)
    return done({ version: fields.version + 1, savedAt })
  })
}

async function update(tx: Tx, shopId: number, fields: PostFields, now: Date): Promise<void> {
  await tx
    .updateTable('posts')
    .set({
      title: fields.title,
      words: fields.words,
      hashtags: hashtagsOf(fields.words),
      disclosure: fields.disclosure,
      campaign_id: fields.campaignId,
      pinned: fields.pinned,
      version: fields.version + 1,
      updated_at: now
    })
    .where('shop_id', '=', shopId)
    .where('id', '=', fields.postId)
    .execute()
}

async function replacePictures(tx: Tx, shopId: number, { postId, pictures }: PostFields): Promise<void> {
  await tx.deleteFrom('post_pictures').where('shop_id', '=', shopId).where('post_id', '=', postId).execute()
  if (pictures.length === 0) return
  const rows = pictures.map(({ id, alt }, position) => ({ position, picture_id: id, alt }))
  await tx
    .insertInto('post_pictures')
    .values(rows.map((row) => ({ shop_id: shopId, post_id: postId, ...row })))
    .execute()
}

async function replaceTags(tx: Tx, shopId: number, { postId, tags }: PostFields): Promise<void> {
  await tx.deleteFrom('post_tags').where('shop_id', '=', shopId).where('post_id', '=', postId).execute()
  if (tags.length === 0) return
  const rows = tags.map(({ picture, productId, x, y }, n) => ({
    ...{ n, x, y, picture_position: picture, product_id: productId }
  }))
  await tx
    .insertInto('post_tags')
    .values(rows.map((row) => ({ shop_id: shopId, post_id: postId, ...row })))
    .execute()
}
