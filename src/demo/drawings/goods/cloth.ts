/** How cloth takes the light: folds in blue shade, high parts warm, an edge that turns away. */
import { LIGHT, SHADE } from '../palette.ts'
import { patterns } from '../patterns.ts'
import { clipped, linear, soft } from '../svg.ts'
import type { Finish } from './good.ts'

type Paint = { readonly defs: string; readonly fill: string }

/** The colour of a good, or its pattern in that colour. */
export function paintOf({ pattern }: Finish, ground: string, figure: string): Paint {
  if (!pattern) return { defs: '', fill: ground }
  const { defs, url } = patterns[pattern](ground, figure)
  return { defs, fill: url }
}

/** A piece of cloth: outline d, what is printed on it, fold and light shapes, all kept inside the outline. */
export function cloth(d: string, paint: Paint, inside: string, folds: string, lights: string): string {
  const turn = linear(
    [
      [0, LIGHT, 0.3],
      [0.45, LIGHT, 0],
      [1, SHADE, 0.26]
    ],
    [0, 0, 1, 1]
  )
  const shade = soft(folds, 9, SHADE, 0.14, 4)
  const light = soft(lights, 14, LIGHT, 0.24, 4)
  const edge = `<path d="${d}" fill="${turn.url}" stroke="${SHADE}" stroke-opacity=".2" stroke-width="5"/>`
  return `${paint.defs}${turn.defs}<path d="${d}" fill="${paint.fill}"/>${clipped(d, inside + shade + light + edge)}`
}

/** A stitched seam. */
export const seam = (d: string) =>
  `<path d="${d}" fill="none" stroke="${SHADE}" stroke-opacity=".3" stroke-width="2.5" stroke-dasharray="8 5"/>`

/** A drawn line in shade. */
export const crease = (d: string, opacity = 0.28, width = 3) =>
  `<path d="${d}" fill="none" stroke="${SHADE}" stroke-opacity="${opacity}" stroke-width="${width}"/>`
