/** Legs from the front: trousers, shorts or a skirt, and shoes. Feet stand at y 1880, or higher on shorter legs. */
import { dark, SHADE } from '../palette.ts'
import { limb, shoe, type Point } from './limbs.ts'

export type Below = { kind?: 'trousers' | 'shorts' | 'skirt'; colour: string; shoes?: string }
type Body = { half: number; skin: string; length: number }

const HIP = 1060

function skirt(colour: string, { half, length }: Body): string {
  const end = HIP + 420 * length
  const [l, r] = [400 - half, 400 + half]
  return (
    `<path d="M${l} 1040H${r}L${r + 30} ${end}Q400 ${end + 30} ${l - 30} ${end}Z" fill="${colour}"/>` +
    `<path d="M${r} 1040L${r + 30} ${end} ${r - 20} ${end + 14} ${r - 40} 1040ZM380 1080L364 ${end + 10}h24Z" fill="${SHADE}" opacity=".14"/>`
  )
}

function leg(side: -1 | 1, { kind = 'trousers', colour }: Below, { half, skin, length }: Body): string {
  const x = half * 0.52
  const at = (out: number, down: number): Point => [400 + side * (x + out), HIP + down * length]
  const joints = [at(0, 0), at(6, 380), at(10, 740)]
  const width = half * 0.92
  if (kind === 'trousers') return limb(joints, width, colour, 'butt')
  const bare = limb(joints, width * 0.6, skin, 'butt')
  return kind === 'shorts' ? bare + limb([at(0, 0), at(4, 300)], width * 1.04, colour, 'butt') : bare
}

export function legs(below: Below, body: Body): string {
  const { kind, colour, shoes = '#2b3350' } = below
  const out = body.half * 0.52 + 16
  const ground = HIP + 740 * body.length + 16
  const feet = shoe([400 - out, ground], shoes, -1) + shoe([400 + out, ground], dark(shoes, 0.1))
  const [l, r] = [400 - body.half * 0.98, 400 + body.half * 0.98]
  const seat = `<path d="M${l} 1030H${r}V1120H${l}Z" fill="${colour}"/>`
  return feet + leg(-1, below, body) + leg(1, below, body) + (kind === 'skirt' ? skirt(colour, body) : seat)
}
