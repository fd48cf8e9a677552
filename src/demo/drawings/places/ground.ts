/** What one stands on: speckled granite and wooden planks. */
import { C, dark, lite, SHADE } from '../palette.ts'
import { random } from '../random.ts'
import { linear, round, times } from '../svg.ts'

export function granite(y: number, w: number, h: number, seed = 5): string {
  const next = random(seed)
  const { defs, url } = linear([
    [0, '#e6dfd5'],
    [1, '#b9aea2']
  ])
  const fleck = (i: number) =>
    `<circle cx="${round(next() * w)}" cy="${round(y + next() * h)}" r="${round(0.8 + next() * 2.4)}" fill="${[C.navy, '#fff', '#b58a74'][i % 3]}"/>`
  return `${defs}<rect y="${round(y)}" width="${w}" height="${round(h)}" fill="${url}"/><g opacity=".3">${times(150, fleck)}</g>`
}

/** Paving with a pale edge and joints, for quays and streets. */
export const quayside = (y: number, w: number, h: number) =>
  granite(y, w, h) +
  `<path d="M0 ${y}h${w}v16H0z" fill="#f3ede4"/><path d="M0 ${y + 100}h${w}M210 ${y + 16}v84M520 ${y + 16}v84M90 ${y + 104}v200M400 ${y + 104}v200M690 ${y + 104}v200" stroke="${SHADE}" stroke-opacity=".2" stroke-width="4"/>`

/** Planks running towards us, from a far edge to a near one. */
export function planks(
  y: number,
  h: number,
  far: readonly [number, number],
  near: readonly [number, number],
  wood: string = C.wood
): string {
  const { defs, url } = linear([
    [0, lite(wood, 0.45)],
    [1, dark(wood, 0.08)]
  ])
  const count = 7
  const seam = (i: number) => {
    const t = (i + 1) / count
    const [a, b] = [far[0] + (far[1] - far[0]) * t, near[0] + (near[1] - near[0]) * t]
    return `<path d="M${round(a)} ${y}L${round(b)} ${y + h}" stroke="${SHADE}" stroke-opacity=".28" stroke-width="4"/>`
  }
  const outline = `M${far[0]} ${y}H${far[1]}L${near[1]} ${y + h}H${near[0]}Z`
  const end = `<path d="M${far[0]} ${y}H${far[1]}v10H${far[0]}Z" fill="${SHADE}" opacity=".18"/>`
  return `${defs}<path d="${outline}" fill="${url}"/>${times(count - 1, seam)}${end}`
}

/** The shade of something that stands at (x, y). */
export const footShade = (x: number, y: number, rx: number, ry = rx * 0.14) =>
  `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${SHADE}" opacity=".24"/>`
