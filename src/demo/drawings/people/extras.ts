/** What sits on a head: glasses, a knitted hat, a scarf or turban, and hair that is not one outline. */
import { C, dark, lite, SHADE } from '../palette.ts'
import { random } from '../random.ts'
import { round, times } from '../svg.ts'
import { hairOf } from './face.ts'
import type { Look } from './look.ts'

export function glasses(look: Look): string {
  if (!look.glasses) return ''
  const sun = look.glasses === 'sun'
  const glint = sun
    ? '<path d="M156 180l16-20M218 180l16-20" stroke="#fff" stroke-opacity=".5" stroke-width="5"/>'
    : ''
  const lens = sun ? `fill="${C.navy}"` : 'fill="#ffffff" fill-opacity=".28"'
  const frame = `<g ${lens} stroke="${C.navy}" stroke-width="6"><rect x="146" y="152" width="46" height="40" rx="17"/><rect x="208" y="152" width="46" height="40" rx="17"/><path d="M192 166q8-5 16 0" fill="none"/></g>`
  return `<g transform="translate(${(look.turn ?? 0) * 15} 0)">${frame}${glint}</g>`
}

export function hat(colour: string): string {
  const rib = (i: number) => {
    const x = 140 + i * 20
    return `<path d="M${x} 130C${x} 90 ${round(200 + (x - 200) * 0.6)} 60 ${round(200 + (x - 200) * 0.25)} 36"/>`
  }
  return (
    `<path d="M118 136C112 70 152 34 200 34S288 70 282 136Z" fill="${colour}"/><g stroke="${SHADE}" stroke-opacity=".2" stroke-width="5" fill="none">${times(7, rib)}</g>` +
    `<path d="M110 118C160 104 240 104 290 118V152C240 138 160 138 110 152Z" fill="${lite(colour, 0.14)}"/>` +
    `<path d="M250 42c24 18 34 50 32 80l8 30c-10-6-20-8-34-10 6-40 4-70-6-100Z" fill="${SHADE}" opacity=".16"/><rect x="182" y="116" width="36" height="22" rx="3" fill="${C.cream}"/>`
  )
}

export function scarfBack(look: Look): string {
  const fill = dark(look.scarf ?? C.lingon, 0.14)
  return `<path d="M92 190C80 90 130 52 200 52S320 90 308 190C310 250 334 300 350 340L330 430H70L50 340C66 300 90 250 92 190Z" fill="${fill}"/>`
}

export function scarfFront(look: Look): string {
  const fill = look.scarf ?? C.lingon
  return (
    `<path d="M200 60C130 60 96 110 108 190 116 262 160 304 200 312 240 304 284 262 292 190 304 110 270 60 200 60ZM200 96C246 96 262 126 262 168 262 224 236 258 200 258S138 224 138 168C138 126 154 96 200 96Z" fill="${fill}" fill-rule="evenodd"/>` +
    `<path d="M128 250C160 320 260 330 330 350 330 390 320 410 316 430H84C80 390 96 300 128 250Z" fill="${fill}"/>` +
    `<path d="M150 290c40 40 100 50 170 66" stroke="${SHADE}" stroke-opacity=".2" stroke-width="7" fill="none"/>`
  )
}

export const turban = (look: Look, d: string) =>
  `<path d="${d}" fill="${look.scarf ?? C.harbour}"/><g fill="none" stroke="${SHADE}" stroke-opacity=".22" stroke-width="6"><path d="M116 134C150 90 220 70 282 118M126 112C160 66 240 56 284 100M146 82C180 46 240 46 272 78"/></g>`

/** A cloud of curls around the head: `reach` is how far it stands out. */
export function curls(look: Look, reach: number): string {
  const next = random((look.skin ?? 1) * 31 + (look.hair ?? 1) * 7 + 3)
  const fill = hairOf(look)
  return times(26, (i) => {
    const angle = -3.5 + (i / 25) * 3.9
    const [x, y] = [200 + Math.cos(angle) * (92 + reach), 146 + Math.sin(angle) * (84 + reach)]
    return `<circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="${Math.round(24 + reach / 2 + next() * 10)}" fill="${i % 3 || reach ? fill : dark(fill, 0.12)}"/>`
  })
}

export function braids(look: Look): string {
  const fill = hairOf(look)
  const one = (side: -1 | 1) =>
    times(
      5,
      (i) =>
        `<circle cx="${200 + side * (88 + i * 3)}" cy="${222 + i * 26}" r="17" fill="${i % 2 ? fill : dark(fill, 0.14)}"/>`
    ) + `<rect x="${200 + side * 101 - 13}" y="344" width="26" height="10" rx="4" fill="${C.lingon}"/>`
  return one(-1) + one(1)
}

export function locs(look: Look): string {
  const fill = hairOf(look)
  return times(9, (i) => {
    const x = 108 + i * 23
    const end = 262 + ((i * 37) % 34)
    return `<path d="M${x} 130L${x + (x < 200 ? -10 : 10)} ${end}" stroke="${i % 2 ? fill : dark(fill, 0.16)}" stroke-width="20" stroke-linecap="round"/>`
  })
}
