/** Rooms: a wall, a window on the harbour, a table, a lamp. */
import { C, dark, LIGHT, lite, SHADE } from '../palette.ts'
import { clipped, linear, place, times } from '../svg.ts'
import { cloud, sky, type Time } from './sky.ts'
import { cathedral, skyline } from './town.ts'
import { boat, water } from './water.ts'

/** A painted wall with sunlight falling in from the upper left. */
export function room(w: number, h: number, colour: string): string {
  const { defs, url } = linear(
    [
      [0, lite(colour, 0.5)],
      [1, dark(colour, 0.08)]
    ],
    [0, 0, 1, 1]
  )
  const beam = `<path d="M${w * 0.34} 0H${w * 0.62}L${w} ${h * 0.66}V${h}H${w * 0.7}Z" fill="${LIGHT}" opacity=".3"/>`
  const boards = times(
    9,
    (i) => `<path d="M${(w / 9) * (i + 1)} 0V${h}" stroke="${SHADE}" stroke-opacity=".06" stroke-width="3"/>`
  )
  return `${defs}<rect width="${w}" height="${h}" fill="${url}"/>${boards}${beam}`
}

/** A window of w x h at (x, y) with the harbour behind it. */
export function harbourWindow(x: number, y: number, w: number, h: number, time: Time = 'day'): string {
  const view =
    sky(w, h * 0.6, time) +
    cloud(w * 0.1, h * 0.12, 1) +
    place(skyline(w + 60) + place(cathedral, w * 0.62, 0), 0, h * 0.56, 0.9) +
    water(Math.round(h * 0.56), w, h * 0.5, 5, time) +
    boat(w * 0.28, h * 0.82, 0.7)
  const frame = `<path d="M0 0H${w}V${h}H0Z" fill="none" stroke="${C.paper}" stroke-width="22"/><path d="M${w / 2} 0V${h}M0 ${h * 0.34}H${w}" stroke="${C.paper}" stroke-width="12"/>`
  const ledge = `<rect x="-30" y="${h}" width="${w + 60}" height="26" rx="4" fill="${C.paper}"/><rect x="-30" y="${h + 22}" width="${w + 60}" height="10" fill="${SHADE}" opacity=".14"/>`
  return place(clipped(`M0 0H${w}V${h}H0Z`, view) + frame + ledge, x, y)
}

/** A table across the picture, seen a little from above. */
export function table(y: number, w: number, h: number, wood: string = C.wood): string {
  const { defs, url } = linear([
    [0, lite(wood, 0.5)],
    [1, wood]
  ])
  const grain = times(
    5,
    (i) =>
      `<path d="M${i * 150 - 60} ${y + 26 + ((i * 53) % 60)}q90 10 200 0" stroke="${SHADE}" stroke-opacity=".1" stroke-width="4" fill="none"/>`
  )
  return `${defs}<rect y="${y}" width="${w}" height="${h}" fill="${url}"/><rect y="${y}" width="${w}" height="7" fill="${lite(wood, 0.8)}"/>${grain}`
}

/** A round enamel lamp hanging from above. */
export const lamp = (x: number, drop: number, colour: string = C.orange) =>
  place(
    `<path d="M0-400V-64" stroke="${C.ink}" stroke-width="6"/><path d="M-96 0C-90-60-40-74 0-74S90-60 96 0Z" fill="${colour}"/><path d="M20-72C60-66 90-50 96 0H50C56-30 44-56 20-72Z" fill="${SHADE}" opacity=".18"/><ellipse cy="0" rx="96" ry="11" fill="${lite(colour, 0.7)}"/>`,
    x,
    drop
  )
