import { C, dark, lite, SHADE } from '../palette.ts'
import { print } from '../prints.ts'
import { cloth, paintOf, seam } from './cloth.ts'
import type { Finish, Good } from './good.ts'

const BAG =
  'M214 404C340 412 460 412 586 404C590 560 604 720 612 872C480 890 320 890 188 872C196 720 210 560 214 404Z'
const HANDLES =
  'M286 410C280 210 330 130 400 130S520 210 514 410H486C490 230 456 160 400 160S310 230 314 410Z'
const FOLDS =
  'M214 404c40 120 60 190 62 300-24-110-44-170-66-210ZM586 404c-30 140-60 210-70 330 30-130 50-180 78-230ZM300 880c10-70 0-120-14-160 40 40 50 100 50 160ZM500 880c-6-80 4-120 30-170-10 70-4 120 10 170ZM586 404l26 468-56 8c20-150 14-330 30-476Z'
const LIGHTS =
  'M240 420c20 140 20 300 0 450h-44c10-160 20-300 44-450ZM380 420c20 150 20 300 4 460h60c-10-160-20-320-64-460Z'

function draw(finish: Finish) {
  const { color = C.sand, accent = C.harbour, pattern, art, artColor } = finish
  const inside = art && !pattern ? print(art, artColor ?? accent, color, 400, 642, 1.22) : ''
  const strap = pattern ? accent : dark(color, 0.08)
  const body =
    `<path d="M312 406C304 240 344 176 400 176s96 64 88 230" fill="none" stroke="${dark(color, 0.4)}" stroke-width="24"/>` +
    cloth(BAG, paintOf(finish, color, accent), inside, FOLDS, LIGHTS) +
    `<path d="M286 470C274 220 328 142 400 142S526 220 514 470" fill="none" stroke="${strap}" stroke-width="28"/>` +
    `<path d="M280 470C268 216 324 134 400 134" fill="none" stroke="${lite(color, 0.5)}" stroke-width="6"/>` +
    `<path d="M274 424h26v44h-26zM500 424h26v44h-26z" fill="none" stroke="${SHADE}" stroke-opacity=".4" stroke-width="2.5"/>` +
    seam('M214 428C340 436 460 436 587 428')
  return { outline: BAG + HANDLES, body }
}

/** A canvas bag with two handles. */
export const tote: Good = { middle: [400, 510], size: [430, 760], fill: 0.84, draw }
