/** Arms and legs: rounded strokes along joints, with shade on the side away from the sun. */
import { dark, SHADE } from '../palette.ts'
import { round } from '../svg.ts'

export type Point = readonly [x: number, y: number]

const along = (points: readonly Point[]) => 'M' + points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')

/** The point a share t of the way from a to b. */
export const between = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t
]

/** One limb in a paint; `cap` is butt where a sleeve ends and skin goes on. */
export function limb(
  points: readonly Point[],
  width: number,
  paint: string,
  cap: 'round' | 'butt' = 'round'
): string {
  const d = along(points)
  const stroke = `fill="none" stroke-linejoin="round" stroke-linecap="${cap}"`
  const shade = `<path d="${d}" ${stroke} transform="translate(${round(width * 0.2)} 0)" stroke="${SHADE}" stroke-opacity=".13" stroke-width="${round(width * 0.56)}"/>`
  return `<path d="${d}" ${stroke} stroke="${paint}" stroke-width="${width}"/>${shade}`
}

/** A hand at the end of a forearm, pointing the way the forearm does. */
export function hand(elbow: Point, wrist: Point, skin: string, thumb: -1 | 1): string {
  const angle = (Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]) * 180) / Math.PI - 90
  return (
    `<g transform="translate(${round(wrist[0])} ${round(wrist[1])}) rotate(${round(angle)})">` +
    `<path d="M${thumb * 16} 6Q${thumb * 46} 20 ${thumb * 40} 58" fill="none" stroke="${skin}" stroke-width="20" stroke-linecap="round"/>` +
    `<path d="M-30-6C-34 30-32 74-14 88 0 96 20 92 26 76 34 50 34 20 30-6Z" fill="${skin}"/>` +
    `<path d="M-6 62v22M10 62v20" stroke="${dark(skin, 0.3)}" stroke-width="4" stroke-linecap="round"/></g>`
  )
}

/** A shoe whose ankle is at a point, its toe to the right. */
export const shoe = ([x, y]: Point, colour: string, toe: -1 | 1 = 1) =>
  `<g transform="translate(${round(x)} ${round(y)}) scale(${toe} 1)"><path d="M-54-20H46C60 10 110 12 118 44V58H-56Z" fill="${colour}"/><path d="M-58 50H122V66H-58Z" fill="#fdfaf2"/></g>`
