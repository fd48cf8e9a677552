import { C, SHADE } from '../palette.ts'
import { print } from '../prints.ts'
import { times } from '../svg.ts'
import { cloth, crease, paintOf } from './cloth.ts'
import type { Finish, Good } from './good.ts'

const OUTLINE =
  'M222 196C330 186 470 186 578 196C586 400 590 620 594 812C470 824 330 824 206 812C210 620 214 400 222 196Z'
const FOLDS =
  'M300 196c20 200 10 400-10 620h50c10-220 0-420-40-620ZM480 196c-10 220 0 420 30 616h40c-40-200-60-400-70-616ZM578 196c8 200 12 420 16 616l-40 4c0-220 10-420 24-620Z'
const LIGHTS =
  'M240 200c-6 200-10 400-14 610h36c4-210 2-410-22-610ZM392 200c12 200 12 410 0 616h50c0-210-10-410-50-616Z'

const fringe = (colour: string) =>
  `<g stroke="${colour}" stroke-width="6" stroke-linecap="round">${times(33, (i) => `<path d="M${212 + i * 11.8} 812v${26 + (i % 3) * 4}"/>`)}</g>`

function draw(finish: Finish) {
  const { color = C.cream, accent = C.harbour, art, artColor } = finish
  const bands = `<path d="M190 690H610V718H190ZM190 734H610V744H190ZM190 250H610V260H190Z" fill="${accent}"/>`
  const inside = bands + (art ? print(art, artColor ?? accent, color, 400, 476, 1.06) : '')
  const loop = `<path d="M384 198C380 140 388 110 400 110S420 140 416 198" fill="none" stroke="${accent}" stroke-width="10"/><circle cx="400" cy="112" r="15" fill="${C.wood}"/><path d="M388 104a15 15 0 0 1 16-6" stroke="#fff" stroke-opacity=".6" stroke-width="4" fill="none"/>`
  const body =
    fringe(color) +
    `<g opacity=".3">${fringe(SHADE)}</g>` +
    loop +
    cloth(OUTLINE, paintOf(finish, color, accent), inside, FOLDS, LIGHTS) +
    crease('M222 214C330 204 470 204 579 214', 0.25)
  return { outline: OUTLINE, body }
}

/** A linen towel hanging from a peg. */
export const towel: Good = { middle: [400, 476], size: [410, 760], fill: 0.82, draw }
