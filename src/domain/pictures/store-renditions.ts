import type { Context } from '#context'
import { renditions, type PictureFormat } from '#platform/images/index.ts'
import { renditionKey } from './keys.ts'
import type { Renditions } from './picture.ts'

/** Makes the planned sizes of a master and stores each before the next is made. Answers what there is now. */
export async function storeRenditions(
  { files }: Pick<Context, 'files'>,
  picture: { shopId: number; id: string },
  master: Buffer,
  plan: { widths?: readonly number[]; formats: readonly PictureFormat[]; avifEffort?: number }
): Promise<Renditions> {
  const stored: Renditions = {}
  for await (const { suffix, body, mime, format, width } of renditions(master, plan)) {
    await files.put(renditionKey(picture.shopId, picture.id, suffix), body, { contentType: mime })
    ;(stored[format] ??= []).push(width)
  }
  return stored
}
