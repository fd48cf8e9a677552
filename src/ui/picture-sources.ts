import type { PictureView } from '#domain/pictures/index.ts'

export type { PictureView }
export type PictureSources = { sets: { type: string; srcset: string }[]; src: string; srcset: string }

const EXTENSIONS = { avif: 'avif', webp: 'webp', jpeg: 'jpg' } as const
type PictureFormat = keyof typeof EXTENSIONS
const DEFAULT_WIDTH = 1080

/** The JPEG that is just wide enough, or the widest there is: for Open Graph and mails. */
export function nearestUrl({ base, renditions }: PictureView, width: number): string | undefined {
  const widths = renditions.jpeg ?? []
  const near = widths.find((one) => one >= width) ?? widths.at(-1)
  return near && `${base}/${near}.jpg`
}

/**
 * What a `<picture>` offers: AVIF, then WebP, then JPEG, each in every width there is. Undefined while no size has
 * been made. `src`, for browsers that know no srcset, is the widest JPEG of at most 1080 px.
 */
export function pictureSources({ base, renditions }: PictureView): PictureSources | undefined {
  const widths = (format: PictureFormat) => renditions[format] ?? []
  const address = (width: number, format: PictureFormat) => `${base}/${width}.${EXTENSIONS[format]}`
  const srcset = (format: PictureFormat) =>
    widths(format)
      .map((width) => `${address(width, format)} ${width}w`)
      .join(', ')
  const plain = widths('jpeg').length ? 'jpeg' : 'webp'
  const last = widths(plain).findLast((width, i) => i === 0 || width <= DEFAULT_WIDTH)
  if (last === undefined) return undefined
  const better = (['avif', 'webp'] as const).filter((format) => format !== plain && widths(format).length)
  return {
    sets: better.map((format) => ({ type: `image/${format}`, srcset: srcset(format) })),
    src: address(last, plain),
    srcset: srcset(plain)
  }
}
