import { buffer } from 'node:stream/consumers'
import type { Context } from '#context'
import { renditionKey, type PictureView } from '#domain/pictures/index.ts'
import type { Shop } from '#domain/shops/index.ts'
import type { OpenFile } from '#platform/files/index.ts'
import { compose, type Placed } from '#platform/images/index.ts'
import { loadLetters } from '#platform/lettering/index.ts'
import { createHash } from 'node:crypto'
import type { PageCard } from '../card.ts'
import { framesFor, layout, type Frame } from './layout.ts'
import { SHARE_SIZE, versionOf } from './version.ts'

const TYPE = { contentType: 'image/jpeg' }

/** What is being made now: whoever asks meanwhile waits for the same. */
const making = new Map<string, Promise<void>>()
const MOST_WAITING = 24

/**
 * A card's share picture, 1200 × 630, made when it is first asked for and kept until something on it changes. Undefined
 * when too many are being made already: whoever asked may come again.
 */
export async function openSharePicture(
  ctx: Context,
  shop: Shop,
  card: PageCard
): Promise<OpenFile | undefined> {
  const folder = `share/${shop.id}/${createHash('sha256').update(card.path).digest('hex').slice(0, 24)}/`
  const key = `${folder}${versionOf(shop, card)}.jpg`
  const kept = await ctx.files.open(key)
  if (kept) return kept
  if (!making.has(key) && making.size >= MOST_WAITING) return undefined
  const work = making.get(key) ?? make(ctx, shop, card, folder, key).finally(() => making.delete(key))
  making.set(key, work)
  await work
  return ctx.files.open(key)
}

async function make(ctx: Context, shop: Shop, card: PageCard, folder: string, key: string): Promise<void> {
  const shown = card.pictures.slice(0, 3)
  const frames = framesFor(shown.length)
  const pictures = await Promise.all(shown.map((picture, i) => place(ctx, shop.id, picture, frames[i]!)))
  const drawn = layout(await loadLetters(), card, shop)
  const found = pictures.filter((one) => one !== undefined)
  await ctx.files.put(key, await compose(SHARE_SIZE, { ...drawn, pictures: found }), TYPE)
  for await (const old of ctx.files.list(folder)) if (old !== key) await ctx.files.remove(old)
}

/** The smallest kept size of a picture that fills its frame. */
async function place(
  ctx: Context,
  shopId: number,
  picture: PictureView,
  frame: Frame
): Promise<Placed | undefined> {
  const { width, height, focal, renditions, id } = picture
  const least = Math.max(frame.width, (frame.height * width) / height)
  const sizes = renditions.jpeg ?? []
  const size = sizes.find((one) => one >= least) ?? sizes.at(-1)
  const file = size && (await ctx.files.open(renditionKey(shopId, id, `w${size}.jpg`)))
  if (!file) return undefined
  return { ...frame, focal, body: await buffer(file.stream) }
}
