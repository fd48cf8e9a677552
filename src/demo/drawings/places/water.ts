/** Water with glints, and the boats on it. */
import { C, SHADE } from '../palette.ts'
import { random } from '../random.ts'
import { linear, place, round, times, type Stop } from '../svg.ts'
import type { Time } from './sky.ts'

const DEPTHS: Record<Time, readonly Stop[]> = {
  day: [
    [0, '#8cc4dc'],
    [0.4, C.sea],
    [1, C.harbour]
  ],
  early: [
    [0, '#a8d5cf'],
    [0.4, '#4f9fae'],
    [1, '#22678a']
  ],
  evening: [
    [0, '#e9b9a6'],
    [0.35, '#6d86b8'],
    [1, '#2b4f8c']
  ],
  'white-night': [
    [0, '#eac3bd'],
    [0.3, '#9a9ccb'],
    [1, '#3f5f9a']
  ]
}

export function water(y: number, w: number, h: number, seed = 3, time: Time = 'day'): string {
  const next = random(seed)
  const { defs, url } = linear(DEPTHS[time])
  const glint = (i: number) => {
    const near = next()
    const at = `x="${round(next() * w - 30)}" y="${round(y + 6 + near * near * h)}"`
    const size = `width="${round(20 + near * 130)}" height="${round(2 + near * 5)}" rx="3"`
    return `<rect ${at} ${size} fill="${i % 3 ? '#dff2f6' : C.navy}" opacity="${i % 3 ? 0.5 : 0.16}"/>`
  }
  return `${defs}<rect y="${y}" width="${w}" height="${h}" fill="${url}"/>${times(46, glint)}`
}

export const boat = (x: number, y: number, scale: number, sail: string = C.cream, hull: string = C.lingon) =>
  place(
    `<path d="M0-120V0h-72zM10-96V0h60z" fill="${sail}"/><path d="M0-120V0h-24C-18-50-8-90 0-120Z" fill="${SHADE}" opacity=".1"/>` +
      `<path d="M-84 8H88C78 34 60 40 40 40h-76c-24 0-40-8-48-32z" fill="${hull}"/><path d="M-84 44h170l-40 8h-90z" fill="${SHADE}" opacity=".2"/>`,
    x,
    y,
    scale
  )

export const islet = (d: string, fill: string = C.birch) => `<path d="${d}" fill="${fill}" opacity=".85"/>`
