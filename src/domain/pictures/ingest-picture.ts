import type { Readable } from 'node:stream'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { later, write } from '#domain/ledger/index.ts'
import { BodyTooLong, inTemporaryFile } from '#platform/files/index.ts'
import { ingest, pictureLimits, type Ingested, type PictureRefusal } from '#platform/images/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { masterKey } from './keys.ts'
import type { PictureView, Renditions } from './picture.ts'
import { findPicture, findPictureByHash } from './queries.ts'
import { storeRenditions } from './store-renditions.ts'

export type IngestInput = { declaredType?: string; alt?: string }

/** Enough for a preview at once; the worker makes the rest. */
const FIRST_WIDTHS = [320, 640]

/**
 * Keeps an uploaded picture: made safe, stored, shown at once in two sizes, the others made by the worker. The same
 * bytes a second time give the picture that is already there. At most 50 MB, never held in memory as they came.
 */
export async function ingestPicture(
  ctx: Context,
  actor: Actor,
  body: Readable,
  input: IngestInput = {}
): Promise<Outcome<PictureView, PictureRefusal>> {
  try {
    return await inTemporaryFile(body, pictureLimits.bytes, async (path) => {
      const made = await ingest(path, { declaredType: input.declaredType })
      return made.ok ? keep(ctx, actor, made.value, input) : made
    })
  } catch (error) {
    if (error instanceof BodyTooLong) return refused('picture_too_large', { limit: error.limit })
    throw error
  }
}

async function keep(ctx: Context, actor: Actor, made: Ingested, input: IngestInput) {
  const known = await findPictureByHash(ctx, actor.shopId, made.sha256)
  if (known) return done(known)
  const id = ctx.ids.next()
  const key = masterKey(actor.shopId, id, made.extension)
  await ctx.files.put(key, made.master, { contentType: made.mime })
  const renditions = await storeRenditions(ctx, { shopId: actor.shopId, id }, made.master, {
    widths: FIRST_WIDTHS,
    formats: ['webp', 'jpeg']
  })
  const kept = await write(ctx, actor.shopId, async (tx) => {
    const row = await tx
      .insertInto('pictures')
      .values(rowOf(ctx, actor, { id, key, made, renditions, alt: input.alt ?? '' }))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row) await later(ctx, tx, actor.shopId, 'picture.render', { pictureId: id })
    return done(row !== undefined)
  })
  if (!kept.value) await forget(ctx, actor.shopId, id)
  const view = kept.value
    ? await findPicture(ctx, actor.shopId, id)
    : await findPictureByHash(ctx, actor.shopId, made.sha256)
  if (!view) throw new Error('A picture vanished while it was being kept')
  return done(view)
}

type Kept = { id: string; key: string; made: Ingested; renditions: Renditions; alt: string }

const rowOf = (ctx: Context, actor: Actor, { id, key, made, renditions, alt }: Kept) => ({
  shop_id: actor.shopId,
  id,
  state: 'processing',
  master_key: key,
  mime: made.mime,
  bytes: made.master.length,
  width: made.width,
  height: made.height,
  sha256: made.sha256,
  thumbhash: made.thumbhash,
  placeholder: made.placeholder,
  renditions: JSON.stringify(renditions),
  alt,
  uploaded_by: actor.memberId,
  created_at: ctx.clock.now()
})

/** Someone else kept the same bytes meanwhile: what was stored here is not needed. */
async function forget(ctx: Context, shopId: number, id: string): Promise<void> {
  for await (const key of ctx.files.list(`pictures/${shopId}/${id}/`)) await ctx.files.remove(key)
}
