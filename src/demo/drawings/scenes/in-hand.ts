/** A hand holds a bottle or a mug up against the market harbour. */
import { say } from '../catalogue/demo-good.ts'
import { C, dark, lite, SHADE, SKIN, type SkinTone } from '../palette.ts'
import { cloud, gull, sky, type Time } from '../places/sky.ts'
import { cathedral, skyline, stall } from '../places/town.ts'
import { boat, water } from '../places/water.ts'
import { linear, mirrored, place, soft, times } from '../svg.ts'
import type { Finish } from '../goods/index.ts'
import { frame, put, type DemoScene } from './stage.ts'

type Held = {
  handle: string
  finish?: Finish
  skin: SkinTone
  sleeve: string
  time?: Time
  flip?: boolean
  mug?: boolean
}

function harbour(time: Time, seed: number): string {
  return (
    sky(800, 470, time) +
    cloud(90, 90, 1.7) +
    cloud(520, 170, 1.2) +
    place(skyline(800) + place(cathedral, 600, 0), 0, 470) +
    `<rect y="462" width="800" height="16" fill="${C.stone}"/>` +
    stall(30, 388, 0.62) +
    stall(176, 394, 0.58, C.harbour) +
    stall(690, 392, 0.6) +
    water(474, 800, 526, seed, time) +
    boat(150, 640, 0.9) +
    boat(700, 570, 0.55, C.cream, C.harbour) +
    gull(300, 150, 1.2) +
    gull(380, 210, 0.8)
  )
}

const THUMB =
  'M640 896C566 930 500 884 494 826 470 792 456 756 424 736 384 712 330 704 324 672 318 644 352 630 388 640 446 654 498 676 536 700 566 640 640 640 690 700 730 776 720 850 640 896Z'

function fingers(skin: string, width: number, mug: boolean, tall: number): string {
  const one = (i: number) => {
    const [x, y] = mug ? [204 + i * 4, 456 + i * 54] : [244 + i * 3, 560 + i * 62]
    return `<rect x="${x}" y="${y}" width="${width}" height="${tall}" rx="${tall / 2 - 3}"/>`
  }
  return `<g fill="${skin}">${times(4, one)}</g>`
}

function inHand({ handle, finish, skin, sleeve, time = 'day', flip = false, mug = false }: Held): string {
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
  const back = harbour(time, flip ? 11 : 3)
  const good = put(handle, {
    x: mug ? 415 : 400,
    y: mug ? 490 : 450,
    scale: mug ? 0.94 : 0.9,
    shadow: false,
    finish
  })
  const arm =
    `<path d="M596 1010C600 930 590 880 566 838L700 740C776 800 830 900 850 1010Z" fill="${round.url}"/><path d="M640 1010C640 960 636 930 626 900L790 800C830 860 850 930 856 1010Z" fill="${sleeve}"/>` +
    `<path d="M626 900L790 800l14 22-170 104Z" fill="${lite(sleeve, 0.2)}"/>`
  const palm = `<path d="M470 540C560 530 640 590 690 690 730 770 720 850 640 900 560 940 470 900 440 850Z" fill="${round.url}"/>`
  const thumb =
    soft(
      'M640 904C560 934 490 884 486 834 460 804 452 764 424 746 380 720 340 710 326 684L420 660 560 720 700 770Z',
      12,
      SHADE,
      0.24
    ) +
    `<path d="${THUMB}" fill="${round.url}"/><path d="M334 662C342 648 362 646 380 654 384 668 376 678 366 680 350 680 336 674 334 662Z" fill="${lite(tone, 0.65)}"/>` +
    `<path d="M536 700C548 726 552 750 546 780M600 668c22 16 38 34 48 60" fill="none" stroke="${dark(tone, 0.35)}" stroke-width="5" stroke-linecap="round" opacity=".6"/>`
  const front =
    arm +
    fingers(shade, 190, mug, mug ? 52 : 58) +
    fingers(tone, 150, mug, mug ? 45 : 50) +
    palm +
    good +
    thumb
  return frame(
    800,
    1000,
    round.defs + (flip ? mirrored(back, 400) : back) + (mug ? place(front, -20, 20) : front)
  )
}

export const inHandScenes: readonly DemoScene[] = [
  {
    handle: 'harbour-aino',
    width: 1080,
    height: 1350,
    alt: say(
      'A hand holds up an orange bottle that says Aino, the market harbour in morning light behind it',
      'Käsi pitelee oranssia pulloa, jossa lukee Aino; takana torin ranta aamuvalossa',
      'En hånd holder opp en oransje flaske med navnet Aino, torghavna i morgenlys bak'
    ),
    tags: [{ handle: 'name-bottle', x: 0.5, y: 0.36 }],
    picture: () => inHand({ handle: 'name-bottle', skin: 1, sleeve: C.navy, time: 'early', flip: true })
  },
  {
    handle: 'harbour-amara',
    width: 1080,
    height: 1350,
    by: 'amara',
    alt: say(
      'A hand holds up a yellow bottle with lingonberries that says Amara, the market harbour behind it',
      'Käsi pitelee keltaista puolukkapulloa, jossa lukee Amara; takana torin ranta',
      'En hånd holder opp en gul flaske med tyttebær og navnet Amara, torghavna bak'
    ),
    tags: [{ handle: 'name-bottle', x: 0.5, y: 0.36 }],
    picture: () =>
      inHand({
        handle: 'name-bottle',
        skin: 4,
        sleeve: C.cloud,
        finish: { name: 'Amara', color: C.cloud, accent: C.lingon, pattern: 'berries', cap: C.lingon }
      })
  },
  {
    handle: 'harbour-evening-mug',
    width: 1080,
    height: 1350,
    by: 'tomas',
    alt: say(
      'A mug of coffee patterned with lingonberries held up against the evening harbour',
      'Puolukkakuvioinen kahvimuki kohotettuna iltaista satamaa vasten',
      'Et kaffekrus med tyttebærmønster løftet mot havna om kvelden'
    ),
    tags: [{ handle: 'berry-mug', x: 0.44, y: 0.47 }],
    picture: () =>
      inHand({ handle: 'berry-mug', skin: 3, sleeve: C.lingon, time: 'evening', flip: true, mug: true })
  }
]
