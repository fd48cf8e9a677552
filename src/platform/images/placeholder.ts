import { rgbaToThumbHash, thumbHashToRGBA } from 'thumbhash'
import { open } from './engine.ts'

export type Pixels = { rgba: Buffer; width: number; height: number }

/** The picture at no more than 100 pixels a side, RGBA: enough for a hash and a colour. */
export async function tiny(master: Buffer): Promise<Pixels> {
  const small = open(master).resize({ width: 100, height: 100, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await small.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { rgba: data, width: info.width, height: info.height }
}

/** The thumbhash of evanw/thumbhash in base64: some 25 bytes, decodable in a browser as well. */
export const thumbhashOf = ({ rgba, width, height }: Pixels): string =>
  Buffer.from(rgbaToThumbHash(width, height, rgba)).toString('base64')

/**
 * A blurred preview as a WebP data URL of a few hundred characters (never above 1,024), made once at ingest and kept
 * as text, so that a page of cards pays nothing for its placeholders.
 */
export async function placeholderUrl(thumbhash: string): Promise<string> {
  const { w: width, h: height, rgba } = thumbHashToRGBA(Buffer.from(thumbhash, 'base64'))
  const image = open(Buffer.from(rgba), { raw: { width, height, channels: 4 } })
  const webp = await image.webp({ quality: 30, alphaQuality: 30, effort: 4, smartSubsample: true }).toBuffer()
  return `data:image/webp;base64,${webp.toString('base64')}`
}
