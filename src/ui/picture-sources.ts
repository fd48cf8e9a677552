export type PictureFormat = 'avif' | 'webp' | 'jpeg'

/** One stored size of a picture; the worker makes WebP and JPEG first, AVIF when it has time. */
export type PictureRendition = { width: number; format: PictureFormat }

/** A picture as pages show it. `placeholder` is a small blurred data URL; focal is 0…1 of each side. */
export type PictureView = {
  id: string
  width: number
  height: number
  alt: string
  placeholder: string | null
  renditions: readonly PictureRendition[]
  focalX?: number
  focalY?: number
}

export type PictureSources = { sets: { type: string; srcset: string }[]; src: string; srcset: string }

const EXTENSIONS: Record<PictureFormat, string> = { avif: 'avif', webp: 'webp', jpeg: 'jpg' }
const DEFAULT_WIDTH = 1080

/** Where one size of a picture is served. */
export const pictureUrl = (shopId: number, pictureId: string, { width, format }: PictureRendition): string =>
  `/media/${shopId}/${pictureId}/${width}.${EXTENSIONS[format]}`

/**
 * What a `<picture>` offers: AVIF, then WebP, then JPEG, each in every width there is. Undefined while the worker
 * has made no size yet. `src`, for browsers that know no srcset, is the largest JPEG of at most 1080 px.
 */
export function pictureSources(picture: PictureView, shopId: number): PictureSources | undefined {
  const sized = (format: PictureFormat) =>
    picture.renditions.filter((one) => one.format === format).sort((a, b) => a.width - b.width)
  const srcset = (format: PictureFormat) =>
    sized(format)
      .map((one) => `${pictureUrl(shopId, picture.id, one)} ${one.width}w`)
      .join(', ')
  const plain = sized('jpeg').length > 0 ? 'jpeg' : 'webp'
  const last = sized(plain)
    .filter((one, i) => i === 0 || one.width <= DEFAULT_WIDTH)
    .at(-1)
  if (!last) return undefined
  const better = (['avif', 'webp'] as const).filter((format) => format !== plain && sized(format).length > 0)
  return {
    sets: better.map((format) => ({ type: `image/${format}`, srcset: srcset(format) })),
    src: pictureUrl(shopId, picture.id, last),
    srcset: srcset(plain)
  }
}
