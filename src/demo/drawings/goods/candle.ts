import { words } from '../lettering/index.ts'
import { C, dark, LIGHT, lite, SHADE } from '../palette.ts'
import { clipped, linear, soft } from '../svg.ts'
import { paintOf } from './cloth.ts'
import type { Finish, Good } from './good.ts'

const OUTLINE =
  'M258 430V800C258 838 274 850 306 850H494C526 850 542 838 542 800V430C542 396 258 396 258 430Z'

const flame =
  soft('M400 290C446 340 446 380 400 404 354 380 354 340 400 290Z', 34, C.cloud, 0.45) +
  `<path d="M398 428V384" stroke="${C.ink}" stroke-width="6" stroke-linecap="round"/><path d="M400 290C432 334 434 362 422 384 412 402 388 402 378 384 366 362 372 330 400 290Z" fill="${C.cloud}"/><path d="M400 334C416 358 416 372 410 384 404 392 394 392 390 384 384 370 388 354 400 334Z" fill="${C.paper}"/>`

function tag(finish: Finish): string {
  const { label = C.cream, accent = C.harbour, name = 'Kesäyö', note = 'tervaa ja merituulta' } = finish
  const paint = paintOf(finish, label, accent)
  return (
    `${paint.defs}<path d="M250 520H550V770H250Z" fill="${paint.fill}"/><path d="M250 566C330 578 470 578 550 566V726C470 738 330 738 250 726Z" fill="${label}"/>` +
    words(name, 400, 664, 76, { maxWidth: 220 }) +
    words(note, 400, 706, 22, { fill: accent, face: 'note', maxWidth: 210 })
  )
}

function draw(finish: Finish) {
  const { color = C.orange } = finish
  const glass = linear(
    [
      [0, SHADE, 0.3],
      [0.14, LIGHT, 0.2],
      [0.26, '#ffffff', 0.45],
      [0.38, LIGHT, 0.06],
      [0.72, SHADE, 0.1],
      [1, SHADE, 0.42]
    ],
    [0, 0, 1, 0]
  )
  const inside =
    `<path d="${OUTLINE}" fill="${color}"/>${tag(finish)}<rect x="250" y="390" width="300" height="470" fill="${glass.url}"/>` +
    `<path d="M258 820H542V860H258Z" fill="${SHADE}" opacity=".2"/>`
  const top = `<ellipse cx="400" cy="430" rx="142" ry="28" fill="${lite(color, 0.5)}"/><ellipse cx="400" cy="432" rx="128" ry="21" fill="${dark(color, 0.12)}"/><ellipse cx="396" cy="433" rx="70" ry="11" fill="${lite(color, 0.7)}"/>`
  return { outline: OUTLINE, body: glass.defs + clipped(OUTLINE, inside) + top + flame }
}

/** A candle burning in a painted glass with a paper label. */
export const candle: Good = {
  middle: [400, 574],
  size: [300, 570],
  fill: 0.62,
  stands: { left: 262, right: 540, base: 848 },
  draw
}
