/** A whole person from the side, looking right: walking, standing or sitting, in the same 800 wide field. */
import { C, dark, LIGHT, SHADE } from '../palette.ts'
import { clipped, place, soft } from '../svg.ts'
import { drawArm, type Arm } from './arms.ts'
import { skinOf } from './face.ts'
import { limb, shoe, type Point } from './limbs.ts'
import { headBehind, headInFront } from './head.ts'
import type { Build, Look } from './look.ts'
import { profile } from './profile.ts'
import { dyes, frameOf, type Garment } from './wear.ts'

type Leg = readonly [hip: Point, knee: Point, ankle: Point]
const STANCES: Record<'walk' | 'stand' | 'sit', readonly [far: Leg, near: Leg]> = {
  walk: [
    [
      [410, 1060],
      [380, 1420],
      [236, 1730]
    ],
    [
      [392, 1060],
      [478, 1410],
      [520, 1800]
    ]
  ],
  stand: [
    [
      [410, 1060],
      [420, 1430],
      [430, 1800]
    ],
    [
      [388, 1060],
      [392, 1430],
      [388, 1800]
    ]
  ],
  sit: [
    [
      [410, 1050],
      [664, 1070],
      [690, 1420]
    ],
    [
      [396, 1060],
      [690, 1090],
      [716, 1440]
    ]
  ]
}

const ARMS: Record<'swing' | 'hold' | 'lap' | 'down', { elbow: Point; wrist: Point }> = {
  swing: { elbow: [330, 830], wrist: [410, 1010] },
  hold: { elbow: [420, 850], wrist: [590, 760] },
  lap: { elbow: [400, 850], wrist: [560, 960] },
  down: { elbow: [388, 840], wrist: [410, 1040] }
}

export type SidePerson = {
  look: Look
  wears: Garment
  trousers?: string
  shoes?: string
  stance?: keyof typeof STANCES
  arm?: keyof typeof ARMS
  /** 'side' is a profile; 'aside' turns the face to us. */
  face?: 'side' | 'aside'
  inHand?: string
  /** Drawn between the far leg and the body: a chair, a wheel. */
  seat?: string
}

const BELLY: Record<Build, number> = { slim: 478, regular: 500, broad: 512, round: 568 }

function torsoSide(wears: Garment, build: Build): string {
  const belly = BELLY[build]
  const d = `M344 478C296 510 280 580 286 680 292 820 300 940 300 1064 360 1086 450 1086 ${belly - 12} 1064C${belly + 4} 940 ${belly + 6} 840 ${(belly + 500) / 2} 720 490 620 478 540 452 484 424 512 372 510 344 478Z`
  const { paint, rib } = dyes(wears)
  const hem = wears.kind === 'hoodie' ? `<path d="M260 1024H600V1100H260Z" fill="${rib}"/>` : ''
  const shade = soft(
    'M300 620C300 800 310 940 310 1080H250V600ZM330 1010c50 20 100 20 150 8-40 24-110 26-150 6Z',
    12,
    SHADE,
    0.2
  )
  const light = soft('M440 600c30 80 36 200 34 440h-30c4-200 0-330-30-420Z', 12, LIGHT, 0.16)
  const hood =
    wears.kind === 'hoodie'
      ? `<path d="M452 484C470 520 440 560 380 566 320 570 270 560 262 510 258 470 300 450 340 462 372 500 424 506 452 484Z" fill="${dark(dyes(wears).color, 0.12)}"/>`
      : `<path d="M344 478C372 510 424 512 452 484L460 500C430 536 364 532 334 494Z" fill="${rib}"/>`
  return paint.defs + clipped(d, `<path d="${d}" fill="${paint.fill}"/>${hem}${shade}${light}`) + hood
}

const leg = (points: Leg, colour: string, shoes: string, width: number) =>
  shoe([points[2][0] - 4, points[2][1] + 16], shoes) + limb(points, width, colour, 'butt')

function sideHead(look: Look, face: 'side' | 'aside') {
  const scale = look.age === 'child' ? 1.7 : 1.42
  const parts = face === 'side' ? profile(look) : { behind: headBehind(look), front: headInFront(look) }
  const at = (body: string) => place(body, 404, look.age === 'child' ? 308 : 340, scale, 0, 200, 200)
  return { behind: at(parts.behind), front: at(parts.front) }
}

export function sideFigure(person: SidePerson): string {
  const {
    look,
    wears,
    trousers = C.navy,
    shoes = '#2b3350',
    stance = 'stand',
    face = 'side',
    inHand = '',
    seat = ''
  } = person
  const build = look.build ?? 'regular'
  const pose = ARMS[person.arm ?? 'down']
  const near: Arm = { shoulder: [384, 612], ...pose, front: true, side: 1 }
  const [farLeg, nearLeg] = STANCES[stance]
  const width = frameOf(look).h * 0.9
  const { behind, front } = sideHead(look, face)
  const sleeve = { garment: wears, width: frameOf(look).sleeve, skin: skinOf(look) }
  return [
    leg(farLeg, dark(trousers, 0.16), dark(shoes, 0.2), width),
    seat,
    leg(nearLeg, trousers, shoes, width),
    behind,
    torsoSide(wears, build),
    inHand && place(inHand, pose.wrist[0], pose.wrist[1]),
    drawArm(near, sleeve),
    front
  ].join('')
}
