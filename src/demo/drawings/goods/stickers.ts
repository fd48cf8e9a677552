import { C, SHADE } from '../palette.ts'
import { print, type PrintName } from '../prints.ts'
import { soft, times } from '../svg.ts'
import type { Finish, Good } from './good.ts'

const SPOTS = [
  [260, 340, -9],
  [540, 320, 7],
  [250, 620, 6],
  [550, 610, -7],
  [402, 470, -3]
] as const
const SETS: Record<string, readonly PrintName[]> = {
  herring: ['herring', 'gull', 'boat', 'berry', 'moi'],
  house: ['house', 'tram', 'cup', 'bun', 'tori'],
  forest: ['forest', 'ladle', 'knot', 'loyly', 'sun']
}

const circle = (r: number) => `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`

function sticker(art: PrintName, ground: string, ink: string, r: number): string {
  const rim = `<path d="${circle(r)}" fill="#fff"/><path d="${circle(r - 12)}" fill="${ground}"/>`
  const curl = `<path d="M${r * 0.5} ${r * 0.866}A${r} ${r} 0 0 0 ${r} 0C${r * 0.86} ${r * 0.5} ${r * 0.7} ${r * 0.7} ${r * 0.5} ${r * 0.866}Z" fill="${SHADE}" opacity=".16"/>`
  return rim + print(art, ink, ground, 0, 0, r / 176) + curl
}

function draw({ art = 'herring', color = C.orange, accent = C.harbour, third = C.cloud }: Finish) {
  const arts = SETS[art] ?? SETS.herring ?? []
  const grounds = [color, accent, third, C.cream, C.lingon]
  const inks = [C.cream, C.cream, C.navy, accent, C.cream]
  const at = (i: number) => {
    const [x, y, turn] = SPOTS[i] ?? [400, 400, 0]
    const shadow = `<g transform="translate(7 10)">${soft(circle(134), 9, SHADE, 0.28)}</g>`
    return `<g transform="translate(${x} ${y}) rotate(${turn})">${shadow}${sticker(arts[i] ?? 'sun', grounds[i] ?? color, inks[i] ?? C.cream, 138)}</g>`
  }
  const outline = SPOTS.map(([x, y]) => `M${x - 138} ${y}a138 138 0 1 0 276 0a138 138 0 1 0-276 0Z`).join('')
  return { outline, body: times(SPOTS.length, at) }
}

/** Five round stickers, overlapping. */
export const stickers: Good = { middle: [402, 472], size: [570, 570], fill: 0.8, draw }
