import { formatExtension, formatMime, type PictureFormat } from './encode.ts'

export type Size = { width: number; height: number }
export type Planned = Size & { format: PictureFormat; mime: string; suffix: string }
export type PlanOptions = {
  widths?: readonly number[]
  formats?: readonly PictureFormat[]
  avifEffort?: number
}

export const renditionWidths = [160, 320, 640, 1080, 1600] as const

/** Widths a picture is offered in: the given ones it can fill, and its own where the largest is beyond it. */
function offered(own: number, widths: readonly number[]): number[] {
  const within = [...new Set(widths)].filter((width) => width <= own).sort((a, b) => a - b)
  const beyond = widths.some((width) => width > own)
  return beyond && !within.includes(own) ? [...within, own] : within
}

/**
 * The renditions of a master and the end of their keys (`w640.webp`), narrowest first within each format, from its
 * size alone: a page writes its srcset from the same list the worker stores by. Nothing is ever enlarged.
 */
export function plan(master: Size, options: PlanOptions = {}): Planned[] {
  const { widths = renditionWidths, formats = ['webp', 'jpeg'] } = options
  return formats.flatMap((format) =>
    offered(master.width, widths).map((width) => ({
      format,
      width,
      height: Math.max(1, Math.round((master.height * width) / master.width)),
      mime: formatMime[format],
      suffix: `w${width}.${formatExtension[format]}`
    }))
  )
}
