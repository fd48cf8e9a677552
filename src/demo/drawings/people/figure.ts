/**
 * A whole person from the front or the back, in an 800 wide field: crown at y 165, hem at 1060, feet at 1880.
 * Half-length pictures simply crop it.
 */
import { C } from '../palette.ts'
import { place } from '../svg.ts'
import { arm, drawArm, type ArmPose } from './arms.ts'
import { backOfHead } from './back-of-head.ts'
import { skinOf } from './face.ts'
import { headBehind, headInFront } from './head.ts'
import { legs, type Below } from './legs.ts'
import type { Look } from './look.ts'
import { torso } from './torso.ts'
import { frameOf, pocket, type Garment } from './wear.ts'

export type Person = {
  look: Look
  wears: Garment
  below?: Below
  view?: 'front' | 'back'
  left?: ArmPose
  right?: ArmPose
  /** Drawn at the wrist of that arm, under the hand's fingers. */
  inLeft?: string
  inRight?: string
  /** Hung over the body, under the arms: an apron, a bag. */
  over?: string
}

const headAt = (body: string, child: boolean) =>
  child ? place(body, 400, 344, 1.72, 0, 200, 200) : place(body, 400, 340, 1.42, 0, 200, 200)

function head(look: Look, view: 'front' | 'back'): { behind: string; front: string } {
  const child = look.age === 'child'
  const parts = view === 'front' ? { behind: headBehind(look), front: headInFront(look) } : backOfHead(look)
  return { behind: headAt(parts.behind, child), front: headAt(parts.front, child) }
}

const atWrist = (body: string | undefined, [x, y]: readonly [number, number]) =>
  body ? place(body, x, y) : ''

export function figure({
  look,
  wears,
  below,
  view = 'front',
  left = 'down',
  right = 'down',
  inLeft,
  inRight,
  over = ''
}: Person): string {
  const frame = frameOf(look)
  const skin = skinOf(look)
  const sleeve = { garment: wears, width: frame.sleeve, skin }
  const arms = [arm(left, [400 - frame.s + 38, 604], -1), arm(right, [400 + frame.s - 38, 604], 1)] as const
  const held = [inLeft, inRight]
  const layer = (front: boolean) =>
    arms.map((a, i) => (a.front === front ? atWrist(held[i], a.wrist) + drawArm(a, sleeve) : '')).join('')
  const { behind, front } = head(look, view)
  const hidden = left === 'pocket' || right === 'pocket' ? pocket(wears) : ''
  return [
    legs(below ?? { colour: C.navy }, { half: frame.h, skin, length: look.age === 'child' ? 0.6 : 1 }),
    behind,
    layer(false),
    torso(wears, frame, view),
    view === 'front' && !hidden ? pocket(wears) : '',
    over,
    layer(true),
    hidden,
    front
  ].join('')
}
