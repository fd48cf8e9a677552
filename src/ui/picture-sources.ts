export type PictureFormat = 'avif' | 'webp' | 'jpeg'

/** The widths there are, by format, narrowest first; the worker makes WebP and JPEG first, AVIF when it has time. */
export type Renditions = Partial<Record<PictureFormat, readonly number[]>>

/** A picture as pages show it. `placeholder` is a small blurred data URL; focal is 0…1 of each side. */
export type PictureView = {
  id: string
  width: number
  height: number
  alt: string
  placeholder: string | null
  renditions: Renditions
  focalX?: number
  focalY?: number
}

export type PictureSources = { sets: { type: string; srcset: string }[]; src: string; srcset: string }

const EXTENSIONS: Record<PictureFormat, string> = { avif: 'avif', webp: 'webp', jpeg: 'jpg' }
const DEFAULT_WIDTH = 1080

/** Where one size of a picture is served. */
export const pictureUrl = (shopId: number, pictureId: string, width: number, format: PictureFormat): string =>
  `/media/${shopId}/${pictureId}/${width}.${EXTENSIONS[format]}`

/**
 * What a `<picture>` offers: AVIF, then WebP, then JPEG, each in every width there is. Undefined while the worker
 * has made no size yet. `src`, for browsers that know no srcset, is the largest JPEG of at most 1080 px.
 */
export function pictureSources(picture: PictureView, shopId: number): PictureSources | undefined {
  const widths = (format: PictureFormat) => picture.renditions[format] ?? []
  const address = (width: number, format: PictureFormat) => pictureUrl(shopId, picture.id, width, format)
  const srcset = (format: PictureFormat) =>
    widths(format)
      .map((width) => `${address(width, format)} ${width}w`)
      .join(', ')
  const plain = widths('jpeg').length > 0 ? 'jpeg' : 'webp'
  const last = widths(plain).findLast((width, i) => i === 0 || width <= DEFAULT_WIDTH)
  if (!last) return undefined
  const better = (['avif', 'webp'] as const).filter((format) => format !== plain && widths(format).length > 0)
  return {
    sets: better.map((format) => ({ type: `image/${format}`, srcset: srcset(format) })),
    src: address(last, plain),
    srcset: srcset(plain)
  }
}
