import type { PictureView } from '#domain/pictures/index.ts'

export type { PictureView }
export type PictureSources = { sets: { type: string; srcset: string }[]; src: string; srcset?: string }

const EXTENSIONS = { avif: 'avif', webp: 'webp', jpeg: 'jpg' } as const
export type PictureFormat = keyof typeof EXTENSIONS
const DEFAULT_WIDTH = 1080

/** Where one size of a picture is served. */
export const pictureUrl = ({ base }: PictureView, width: number, format: PictureFormat): string =>
  `${base}/${width}.${EXTENSIONS[format]}`

/**
 * What a `<picture>` offers: AVIF, then WebP, each in every width there is; undefined while no size has been made.
 * `src` is the widest JPEG of at most 1080 px, for the few browsers that know neither: widths of it are listed only
 * where there is nothing better.
 */
export function pictureSources(picture: PictureView): PictureSources | undefined {
  const widths = (format: PictureFormat) => picture.renditions[format] ?? []
  const srcset = (format: PictureFormat) =>
    widths(format)
      .map((width) => `${pictureUrl(picture, width, format)} ${width}w`)
      .join(', ')
  const plain = widths('jpeg').length ? 'jpeg' : 'webp'
  const last = widths(plain).findLast((width, i) => i === 0 || width <= DEFAULT_WIDTH)
  if (last === undefined) return undefined
  const better = (['avif', 'webp'] as const).filter((format) => format !== plain && widths(format).length)
  return {
    sets: better.map((format) => ({ type: `image/${format}`, srcset: srcset(format) })),
    src: pictureUrl(picture, last, plain),
    srcset: better.length ? undefined : srcset(plain)
  }
}
