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

/** Draws those arms, with what they hold, that lie behind the torso or in front of it. */
function armsOf({
  left = 'down',
  right = 'down',
  inLeft = '',
  inRight = '',
  ...person
}: Person): (front: boolean) => string {
  const { s, sleeve } = frameOf(person.look)
  const dress = { garment: person.wears, width: sleeve, skin: skinOf(person.look) }
  const arms = [
    { a: arm(left, [438 - s, 604], -1), held: inLeft },
    { a: arm(right, [362 + s, 604], 1), held: inRight }
  ]
  return (front) =>
    arms
      .map(({ a, held }) => (a.front === front ? (held && place(held, ...a.wrist)) + drawArm(a, dress) : ''))
      .join('')
}

export function figure(person: Person): string {
  const { look, wears, below = { colour: C.navy }, view = 'front', over = '' } = person
  const frame = frameOf(look)
  const arms = armsOf(person)
  const { behind, front } = head(look, view)
  const handsIn = person.left === 'pocket' || person.right === 'pocket'
  return [
    legs(below, { half: frame.h, skin: skinOf(look), length: look.age === 'child' ? 0.6 : 1 }),
    behind,
    arms(false),
    torso(wears, frame, view),
    view === 'front' && !handsIn ? pocket(wears) : '',
    over,
    arms(true),
    handsIn ? pocket(wears) : '',
    front
  ].join('')
}
