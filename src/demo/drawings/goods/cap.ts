import { C, dark, lite } from '../palette.ts'
import { print } from '../prints.ts'
import { cloth, crease, paintOf, seam } from './cloth.ts'
import type { Finish, Good } from './good.ts'

const CROWN = 'M150 612C132 430 220 318 372 316C520 314 596 420 598 580C470 566 300 572 150 612Z'
const BRIM =
  'M350 596C450 570 560 566 598 580C690 592 752 628 766 660C770 673 754 678 738 670C640 636 520 632 434 640C390 640 356 624 350 596Z'
const FOLDS =
  'M598 580C596 440 540 350 430 324C500 380 530 470 530 572ZM150 612c130-34 300-50 448-32v-34c-130-14-310 0-450 36Z'
const LIGHTS = 'M196 580c-4-100 40-180 104-224-26 70-40 140-40 210Z'

function draw(finish: Finish) {
  const { color = C.harbour, accent = C.cream, art, artColor } = finish
  const patch = art ? print(art, artColor ?? accent, color, 412, 466, 0.62) : ''
  const fill = dark(color, 0.14)
  const brim = cloth(
    BRIM,
    { defs: '', fill },
    '',
    'M424 640C520 632 620 630 716 650L700 620C620 600 520 604 430 616Z',
    'M520 566c60-8 120 8 170 44l-20 6c-50-28-100-40-150-38Z'
  )
  const body =
    `<ellipse cx="372" cy="314" rx="20" ry="12" fill="${dark(color, 0.25)}"/><ellipse cx="368" cy="310" rx="11" ry="6" fill="${lite(color, 0.4)}"/>` +
    cloth(CROWN, paintOf(finish, color, accent), patch, FOLDS, LIGHTS) +
    crease(
      'M372 318C270 380 246 480 250 588M372 318C540 350 560 470 556 574M150 612C300 572 470 566 598 580'
    ) +
    brim +
    seam('M376 608C480 588 620 590 744 654M372 620C480 606 620 608 734 662')
  return { outline: CROWN + BRIM, body }
}

/** A cotton cap, its peak to the right. */
export const cap: Good = { middle: [440, 484], size: [610, 350], fill: 0.78, draw }
