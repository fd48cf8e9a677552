import { C, dark, LIGHT, lite, SHADE } from '../palette.ts'
import { print } from '../prints.ts'
import { clipped, linear } from '../svg.ts'
import { paintOf } from './cloth.ts'
import type { Finish, Good } from './good.ts'

const SIDE = 'M236 410V730C236 812 544 812 544 730V410C544 458 236 458 236 410Z'
const OUTLINE =
  'M236 410V730C236 812 544 812 544 730V410C544 362 236 362 236 410ZM536 470C690 450 690 690 532 690L534 640C620 640 620 510 538 522Z'

const handle = (color: string) =>
  `<path d="M534 490C668 470 668 676 528 672" fill="none" stroke="${dark(color, 0.2)}" stroke-width="44"/>` +
  `<path d="M534 480C672 458 678 664 532 664" fill="none" stroke="${lite(color, 0.25)}" stroke-width="20" stroke-opacity=".7"/>`

const coffee = (color: string) =>
  `<ellipse cx="390" cy="410" rx="154" ry="37" fill="${lite(color, 0.4)}"/><ellipse cx="390" cy="413" rx="141" ry="29" fill="${dark(color, 0.35)}"/>` +
  '<path d="M255 420C280 396 500 396 525 420 510 446 270 446 255 420Z" fill="#4a2a1a"/>' +
  '<path d="M275 424c40-14 120-20 180-12" stroke="#a8683c" stroke-width="5" fill="none" stroke-linecap="round"/>'

function draw(finish: Finish) {
  const { color = C.cream, accent = C.harbour, art, artColor } = finish
  const paint = paintOf(finish, color, accent)
  const round = linear(
    [
      [0, SHADE, 0.2],
      [0.09, '#ffffff', 0.2],
      [0.15, '#ffffff', 0.7],
      [0.22, LIGHT, 0.2],
      [0.42, LIGHT, 0],
      [1, SHADE, 0.42]
    ],
    [0, 0, 1, 0]
  )
  const inside =
    (art ? print(art, artColor ?? accent, color, 380, 610, 0.98) : '') +
    `<rect x="230" y="360" width="320" height="460" fill="${round.url}"/>`
  const body =
    paint.defs +
    round.defs +
    handle(color) +
    `<path d="${SIDE}" fill="${paint.fill}"/>` +
    clipped(SIDE, inside) +
    coffee(color)
  return { outline: OUTLINE, body }
}

/** A mug of black coffee, its handle to the right. */
export const mug: Good = {
  middle: [415, 590],
  size: [440, 460],
  fill: 0.6,
  stands: { left: 244, right: 536, base: 792 },
  draw
}
