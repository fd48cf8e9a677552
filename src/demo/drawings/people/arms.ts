/** Where arms go, by name, and how they are drawn: skin below, sleeve above. */
import { SHADE } from '../palette.ts'
import { between, hand, limb, type Point } from './limbs.ts'
import { dyes, type Garment } from './wear.ts'

/** Elbow and wrist from the shoulder: x outwards from the body, y down. `front` is drawn over the torso. */
type Pose = { readonly elbow: Point; readonly wrist: Point; readonly front?: boolean }

export const armPoses = {
  down: { elbow: [30, 236], wrist: [22, 440] },
  hip: { elbow: [128, 190], wrist: [6, 372] },
  wave: { elbow: [120, 130], wrist: [150, -110] },
  hold: { elbow: [34, 236], wrist: [-104, 214], front: true },
  strap: { elbow: [74, 196], wrist: [-44, 44], front: true },
  pocket: { elbow: [60, 216], wrist: [-64, 300], front: true },
  forward: { elbow: [50, 220], wrist: [-20, 400], front: true }
} satisfies Record<string, Pose>

export type ArmPose = keyof typeof armPoses

export type Arm = { shoulder: Point; elbow: Point; wrist: Point; front: boolean; side: -1 | 1 }

export function arm(pose: ArmPose, shoulder: Point, side: -1 | 1): Arm {
  const { elbow, wrist, front = false }: Pose = armPoses[pose]
  const at = ([dx, dy]: Point): Point => [shoulder[0] + side * dx, shoulder[1] + dy]
  return { shoulder, elbow: at(elbow), wrist: at(wrist), front, side }
}

export type Sleeve = { garment: Garment; width: number; skin: string }

/** An arm across the body throws a thin shadow on it. */
const castOn = (a: Arm, width: number) =>
  a.front
    ? `<path d="M${a.shoulder.join(' ')}L${a.elbow.join(' ')}L${a.wrist.join(' ')}" transform="translate(5 9)" fill="none" stroke="${SHADE}" stroke-opacity=".16" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"/>`
    : ''

/** One arm with its sleeve and hand. */
export function drawArm(a: Arm, { garment, width, skin }: Sleeve): string {
  const { paint, rib } = dyes(garment)
  const palm = hand(a.elbow, a.wrist, skin, a.side === 1 ? -1 : 1)
  if (garment.kind === 'tee') {
    const end = between(a.shoulder, a.elbow, 0.74)
    const bare = limb([between(a.shoulder, a.elbow, 0.3), a.elbow, a.wrist], width * 0.66, skin)
    const dot = `<circle cx="${a.shoulder[0]}" cy="${a.shoulder[1]}" r="${width / 2}" fill="${paint.fill}"/>`
    return (
      castOn(a, width * 0.7) +
      paint.defs +
      bare +
      palm +
      limb([a.shoulder, end], width, paint.fill, 'butt') +
      dot
    )
  }
  const cuff = limb(
    [between(a.elbow, a.wrist, 0.84), between(a.elbow, a.wrist, 1.02)],
    width * 0.84,
    rib,
    'butt'
  )
  const bend = limb([a.shoulder, a.elbow, between(a.elbow, a.wrist, 0.9)], width * 0.9, paint.fill)
  return castOn(a, width * 0.94) + paint.defs + palm + bend + cuff
}
