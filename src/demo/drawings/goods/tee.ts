import { C, dark } from '../palette.ts'
import { print } from '../prints.ts'
import { cloth, crease, paintOf, seam } from './cloth.ts'
import type { Finish, Good } from './good.ts'

const OUTLINE =
  'M325 205C350 246 450 246 475 205C520 218 562 230 594 250C646 282 684 352 708 424C674 452 638 470 600 480C590 452 578 426 562 404C558 520 566 664 574 806C510 826 290 826 226 806C234 664 242 520 238 404C222 426 210 452 200 480C162 470 126 452 92 424C116 352 154 282 206 250C238 230 280 218 325 205Z'
const FOLDS =
  'M238 404C290 470 330 520 352 640 320 560 276 500 236 470ZM562 404C520 476 480 540 462 690 498 590 530 520 566 478ZM300 820C312 740 306 690 290 620c36 60 44 130 40 200ZM476 826c-6-80 6-150 34-210-12 80-8 150 2 210ZM160 330c30 40 44 80 42 146l-24-8C178 420 172 370 150 340ZM640 330c-30 40-46 90-42 150l26-10c0-44 10-90 32-124ZM350 262c10 40 30 60 60 66-34 6-64-10-76-60ZM562 404C556 560 566 690 574 806L520 820C548 690 548 540 562 404Z'
const LIGHTS =
  'M262 420C300 520 316 660 300 800L250 806C262 680 266 540 262 420ZM380 420c26 120 24 260 4 396h48c-10-140-16-270-52-396ZM190 270c-34 40-58 90-74 146l24 16c14-58 34-110 50-162Z'

function draw(finish: Finish) {
  const { color = C.cream, accent = C.orange, pattern, art, artColor } = finish
  const rib = pattern ? accent : dark(color, 0.1)
  const inside =
    (art ? print(art, artColor ?? accent, color, 400, 470, 1.36) : '') +
    `<path d="M325 205C350 246 450 246 475 205L488 210C460 268 340 268 312 210Z" fill="${rib}"/>`
  const body =
    `<path d="M325 205C350 180 450 180 475 205C450 250 350 250 325 205Z" fill="${dark(color, 0.42)}"/>` +
    `<rect x="384" y="196" width="32" height="16" rx="2" fill="${C.orange}"/>` +
    cloth(OUTLINE, paintOf(finish, color, accent), inside, FOLDS, LIGHTS) +
    crease('M238 404C232 350 226 300 206 250M562 404C568 350 574 300 594 250') +
    seam('M229 786C290 806 510 806 571 786M104 410C138 436 170 452 205 461M696 410C662 436 630 452 595 461')
  return { outline: OUTLINE, body }
}

/** A T-shirt laid flat. */
export const tee: Good = { middle: [400, 512], size: [616, 650], fill: 0.8, draw }
