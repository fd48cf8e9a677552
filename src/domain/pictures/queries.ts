import type { Context } from '#context'
import { mediaBase } from './keys.ts'
import type { PictureState, PictureView, Renditions } from './picture.ts'

/** The columns a view is made from; other nouns join them under these names. */
export const pictureColumns = [
  'pictures.id',
  'pictures.width',
  'pictures.height',
  'pictures.renditions',
  'pictures.focal_x',
  'pictures.focal_y',
  'pictures.placeholder',
  'pictures.alt'
] as const

export type PictureRow = {
  id: string
  width: number | null
  height: number | null
  renditions: unknown
  focal_x: number
  focal_y: number
  placeholder: string | null
  alt: string
}

/** A row as a page sees it. `alt` may be given by whoever shows it. */
export const pictureView = (shopId: number, row: PictureRow, alt = row.alt): PictureView => ({
  id: row.id,
  base: mediaBase(shopId, row.id),
  width: row.width ?? 1,
  height: row.height ?? 1,
  renditions: row.renditions as Renditions,
  focal: { x: row.focal_x, y: row.focal_y },
  placeholder: row.placeholder,
  alt
})

/** A member's picture, shown small and round: only its sizes matter. */
export const avatarView = (shopId: number, id: string, renditions: unknown): PictureView => ({
  id,
  base: mediaBase(shopId, id),
  width: 160,
  height: 160,
  renditions: renditions as Renditions,
  focal: { x: 0.5, y: 0.5 },
  placeholder: null,
  alt: ''
})

const visible = (ctx: Pick<Context, 'db'>, shopId: number) =>
  ctx.db
    .selectFrom('pictures')
    .select(pictureColumns)
    .where('shop_id', '=', shopId)
    .where('state', '<>', 'refused')

/** A picture of this shop that can be shown. */
export async function findPicture(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  id: string
): Promise<PictureView | undefined> {
  const row = await visible(ctx, shopId).where('id', '=', id).executeTakeFirst()
  return row && pictureView(shopId, row)
}

/** The picture these bytes (SHA-256 in hex) were kept as. */
export async function findPictureByHash(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  sha256: string
): Promise<PictureView | undefined> {
  const row = await visible(ctx, shopId).where('sha256', '=', sha256).executeTakeFirst()
  return row && pictureView(shopId, row)
}

/** Pictures by id, in one query; those unknown or refused are left out. */
export async function listPictures(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  ids: readonly string[]
): Promise<Map<string, PictureView>> {
  if (ids.length === 0) return new Map()
  const rows = await visible(ctx, shopId).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, pictureView(shopId, row)]))
}

export async function findPictureState(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  id: string
): Promise<{ state: PictureState; refusal: string | null } | undefined> {
  const row = await ctx.db
    .selectFrom('pictures')
    .select(['state', 'refusal'])
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { state: row.state as PictureState, refusal: row.refusal }
}
