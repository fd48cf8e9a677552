import { words } from '../lettering/index.ts'
import { C, dark, LIGHT, lite, SHADE } from '../palette.ts'
import { patterns } from '../patterns.ts'
import { clipped, linear, times } from '../svg.ts'
import type { Finish, Good } from './good.ts'

const OUTLINE =
  'M338 150H462V236C462 262 520 276 520 356V868C520 908 498 920 470 922H330C302 920 280 908 280 868V356C280 276 338 262 338 236Z'
const STEEL = [
  [0, SHADE, 0.34],
  [0.12, LIGHT, 0.1],
  [0.26, '#ffffff', 0.42],
  [0.36, LIGHT, 0.08],
  [0.7, SHADE, 0.1],
  [0.93, SHADE, 0.5],
  [1, LIGHT, 0.2]
] as const

function label(finish: Finish): string {
  const {
    label: paper = C.cream,
    accent = C.harbour,
    pattern = 'waves',
    name = 'Aino',
    note = 'meet me at the market'
  } = finish
  const printed = patterns[pattern](paper, accent)
  return (
    `${printed.defs}<rect x="270" y="440" width="260" height="396" fill="${printed.url}"/>` +
    `<path d="M270 534C330 548 470 548 530 534V744C470 758 330 758 270 744Z" fill="${paper}"/>` +
    words(note, 400, 594, 25, { fill: accent, face: 'note', maxWidth: 200 }) +
    words(name, 400, 694, 112, { maxWidth: 206 })
  )
}

const lid = (cap: string) =>
  `<rect x="338" y="150" width="124" height="84" fill="${cap}"/>` +
  `<path d="M338 214c30 8 94 8 124 0v26c-30 10-94 10-124 0Z" fill="${C.granite}"/>`

function draw(finish: Finish) {
  const { color = C.orange, cap = C.navy } = finish
  const steel = linear(STEEL, [0, 0, 1, 0])
  const rings = `<path d="M270 436C330 450 470 450 530 436M270 838C330 852 470 852 530 838" fill="none" stroke="${dark(color, 0.3)}" stroke-opacity=".5" stroke-width="4"/>`
  const grip = `<g stroke="#000" stroke-opacity=".18" stroke-width="4">${times(7, (i) => `<path d="M${352 + i * 16} 158v50"/>`)}</g>`
  const inside =
    `<path d="${OUTLINE}" fill="${color}"/>` +
    label(finish) +
    rings +
    lid(cap) +
    `<rect x="270" y="140" width="260" height="800" fill="${steel.url}"/>` +
    grip
  const rim = `<path d="M340 150C360 142 440 142 460 150" stroke="${lite(cap, 0.4)}" stroke-width="6" fill="none"/>`
  return { outline: OUTLINE, body: steel.defs + clipped(OUTLINE, inside) + rim }
}

/** A steel bottle whose paper label carries a name and a line above it. */
export const bottle: Good = {
  middle: [400, 536],
  size: [250, 790],
  fill: 0.82,
  stands: { left: 284, right: 518, base: 920 },
  draw
}
