/** Clothes on a body: the same colour, pattern and print as the good in the shop. */
import { paintOf } from '../goods/cloth.ts'
import type { Finish } from '../goods/index.ts'
import { C, dark, lite, SHADE } from '../palette.ts'
import { print } from '../prints.ts'
import type { Build, Look } from './look.ts'

export type Garment = { kind: 'tee' | 'longsleeve' | 'hoodie'; finish: Finish }

/** Half widths of shoulder, chest, waist and hem, and the width of a sleeve. */
export type Frame = { s: number; a: number; w: number; h: number; sleeve: number }

const CHILD: Frame = { s: 126, a: 108, w: 106, h: 118, sleeve: 80 }

const FRAMES: Record<Build, Frame> = {
  slim: { s: 148, a: 124, w: 114, h: 126, sleeve: 84 },
  regular: { s: 172, a: 146, w: 136, h: 148, sleeve: 98 },
  broad: { s: 196, a: 170, w: 156, h: 158, sleeve: 112 },
  round: { s: 182, a: 172, w: 194, h: 190, sleeve: 110 }
}

export const frameOf = ({ age, build = 'regular' }: Look): Frame => (age === 'child' ? CHILD : FRAMES[build])

const GROUND = { tee: C.cream, longsleeve: C.cream, hoodie: C.harbour } as const
const FIGURE = { tee: C.orange, longsleeve: C.harbour, hoodie: C.cream } as const

export function dyes({ kind, finish }: Garment) {
  const color = finish.color ?? GROUND[kind]
  const accent = finish.accent ?? FIGURE[kind]
  return {
    color,
    accent,
    paint: paintOf(finish, color, accent),
    rib: finish.pattern ? color : dark(color, 0.1)
  }
}

export function chestPrint(garment: Garment, x: number, y: number, scale: number): string {
  const { art, artColor } = garment.finish
  const { color, accent } = dyes(garment)
  return art ? print(art, artColor ?? accent, color, x, y, scale) : ''
}

/** The hood lying on the shoulders, seen from the front, and the cords. */
export function hoodFront(garment: Garment): string {
  if (garment.kind !== 'hoodie') return ''
  const { color, accent } = dyes(garment)
  return (
    `<path d="M310 508C304 476 330 460 346 474C360 540 440 540 454 474C470 460 496 476 490 508C492 560 452 598 400 612C348 598 308 560 310 508Z" fill="${lite(color, 0.1)}"/><path d="M346 474C360 540 440 540 454 474C464 520 440 570 400 586C360 570 336 520 346 474Z" fill="${dark(color, 0.3)}"/>` +
    `<path d="M372 584c-6 40-4 70-8 106M428 584c6 40 2 66 8 96" stroke="${accent}" stroke-width="9" fill="none" stroke-linecap="round"/>`
  )
}

/** The hood seen from behind. */
export function hoodBack(garment: Garment): string {
  if (garment.kind !== 'hoodie') return ''
  const { color } = dyes(garment)
  return `<path d="M290 500C280 620 340 690 400 690S520 620 510 500C480 470 320 470 290 500Z" fill="${lite(color, 0.08)}"/><path d="M296 520C310 580 350 610 400 610S490 580 504 520" fill="none" stroke="${SHADE}" stroke-opacity=".3" stroke-width="6"/>`
}

export function pocket(garment: Garment): string {
  if (garment.kind !== 'hoodie') return ''
  const { color } = dyes(garment)
  return `<path d="M316 850H484L524 972C524 984 516 990 506 990H294C284 990 276 984 276 972Z" fill="${dark(color, 0.06)}" stroke="${SHADE}" stroke-opacity=".3" stroke-width="4"/>`
}
