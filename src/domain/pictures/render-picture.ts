import { buffer } from 'node:stream/consumers'
import type { Context } from '#context'
import { write } from '#domain/ledger/index.ts'
import { statesBefore } from '#platform/lifecycle.ts'
import { done } from '#platform/outcome.ts'
import { pictureLifecycle, type PictureState } from './picture.ts'
import { storeRenditions } from './store-renditions.ts'

// AVIF costs seconds of a processor at the largest sizes, for little: these are what phones and cards ask for.
const AVIF_WIDTHS = [320, 640, 1080]

/** Makes every size and format of a kept picture, and calls it ready. A second run finds nothing to do. */
export async function renderPicture(ctx: Context, shopId: number, pictureId: string): Promise<void> {
  const picture = await ctx.db
    .selectFrom('pictures')
    .select(['state', 'master_key'])
    .where('shop_id', '=', shopId)
    .where('id', '=', pictureId)
    .executeTakeFirst()
  if (picture?.state !== 'processing') return
  const master = picture.master_key ? await ctx.files.open(picture.master_key) : undefined
  if (!master) return finish(ctx, shopId, pictureId, 'refused', { refusal: 'picture_broken' })
  const bytes = await buffer(master.stream)
  const where = { shopId, id: pictureId }
  const renditions = {
    ...(await storeRenditions(ctx, where, bytes, { formats: ['webp', 'jpeg'] })),
    ...(await storeRenditions(ctx, where, bytes, {
      formats: ['avif'],
      widths: AVIF_WIDTHS,
      avifEffort: ctx.config.avifEffort
    }))
  }
  await finish(ctx, shopId, pictureId, 'ready', { renditions: JSON.stringify(renditions) })
}

async function finish(
  ctx: Context,
  shopId: number,
  pictureId: string,
  state: PictureState,
  change: { renditions: string } | { refusal: string }
): Promise<void> {
  await write(ctx, shopId, async (tx) => {
    await tx
      .updateTable('pictures')
      .set({ state, ...change })
      .where('shop_id', '=', shopId)
      .where('id', '=', pictureId)
      .where('state', 'in', statesBefore(pictureLifecycle, state))
      .execute()
    return done(null)
  })
}
