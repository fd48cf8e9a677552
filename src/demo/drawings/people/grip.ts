/** A right hand in front of us, closed around what it holds up: fingers behind the good, thumb before it. */
import { dark, lite, SHADE, SKIN, type SkinTone } from '../palette.ts'
import { linear, place, soft, times } from '../svg.ts'

export type Hand = {
  skin: SkinTone
  sleeve: string
  /** A mug is held higher and further left than a bottle. */ mug?: boolean
}

const WRIST = 'M596 1010C600 930 590 880 566 838L700 740C776 800 830 900 850 1010Z'
const PALM = 'M470 540C560 530 640 590 690 690 730 770 720 850 640 900 560 940 470 900 440 850Z'
const THUMB =
  'M640 896C566 930 500 884 494 826 470 792 456 756 424 736 384 712 330 704 324 672 318 644 352 630 388 640 446 654 498 676 536 700 566 640 640 640 690 700 730 776 720 850 640 896Z'
const UNDER_THUMB =
  'M640 904C560 934 490 884 486 834 460 804 452 764 424 746 380 720 340 710 326 684L420 660 560 720 700 770Z'

function fingers(fill: string, width: number, height: number, mug: boolean): string {
  const one = (i: number) => {
    const [x, y] = mug ? [204 + i * 4, 456 + i * 54] : [244 + i * 3, 560 + i * 62]
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${height / 2 - 3}"/>`
  }
  return `<g fill="${fill}">${times(4, one)}</g>`
}

const cuff = (colour: string) =>
  `<path d="M640 1010C640 960 636 930 626 900L790 800C830 860 850 930 856 1010Z" fill="${colour}"/><path d="M626 900L790 800l14 22-170 104Z" fill="${lite(colour, 0.2)}"/>`

const thumb = (tone: string, fill: string) =>
  soft(UNDER_THUMB, 12, SHADE, 0.24) +
  `<path d="${THUMB}" fill="${fill}"/><path d="M334 662C342 648 362 646 380 654 384 668 376 678 366 680 350 680 336 674 334 662Z" fill="${lite(tone, 0.65)}"/>` +
  `<path d="M536 700C548 726 552 750 546 780M600 668c22 16 38 34 48 60" fill="none" stroke="${dark(tone, 0.35)}" stroke-width="5" stroke-linecap="round" opacity=".6"/>`

/** The hand holding a good, in an 800 x 1000 field. */
export function grip(good: string, { skin, sleeve, mug = false }: Hand): string {
  const tone = SKIN[skin]
  const shade = dark(tone, 0.2)
  const round = linear(
    [
      [0, lite(tone, 0.3)],
      [0.5, tone],
      [1, shade]
    ],
    [0, 0, 1, 0.5]
  )
  const [far, near] = mug ? [52, 45] : [58, 50]
  const body =
    `${round.defs}<path d="${WRIST}" fill="${round.url}"/>` +
    cuff(sleeve) +
    fingers(shade, 190, far, mug) +
    fingers(tone, 150, near, mug) +
    `<path d="${PALM}" fill="${round.url}"/>` +
    good +
    thumb(tone, round.url)
  return mug ? place(body, -20, 20) : body
}
