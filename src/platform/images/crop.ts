import { encode, formatMime, type PictureFormat } from './encode.ts'
import { open } from './engine.ts'
import type { Size } from './plan.ts'

/** What matters in a picture, from its upper left corner: 0 to 1 each way. */
export type FocalPoint = { x: number; y: number }
export type Region = { left: number; top: number; width: number; height: number }
export type CropOptions = { aspect: Size; focal?: FocalPoint; width?: number; format?: PictureFormat }

const between = (low: number, value: number, high: number) => Math.min(Math.max(value, low), high)

/** The largest part of the given shape, with the focal point as near its middle as the picture's edges allow. */
export function cropRegion(size: Size, aspect: Size, focal: FocalPoint = { x: 0.5, y: 0.5 }): Region {
  const ratio = aspect.width / aspect.height
  const width = between(1, Math.round(size.height * ratio), size.width)
  const height = between(1, Math.round(size.width / ratio), size.height)
  return {
    left: between(0, Math.round(focal.x * size.width - width / 2), size.width - width),
    top: between(0, Math.round(focal.y * size.height - height / 2), size.height - height),
    width,
    height
  }
}

/** A master cut to a network's shape around its focal point, at most `width` pixels wide and never enlarged. */
export async function crop(
  master: Buffer,
  options: CropOptions
): Promise<Size & { body: Buffer; mime: string }> {
  const { aspect, focal, width, format = 'jpeg' } = options
  const region = cropRegion(await open(master).metadata(), aspect, focal)
  const cut = open(master).extract(region).resize({ width, withoutEnlargement: true })
  const { data, info } = await encode(cut, format).toBuffer({ resolveWithObject: true })
  return { body: data, mime: formatMime[format], width: info.width, height: info.height }
}
