/** Skies by the time of day, clouds and gulls. */
import { C } from '../palette.ts'
import { linear, place } from '../svg.ts'

export type Time = 'day' | 'early' | 'evening' | 'white-night'

const SKIES: Record<Time, readonly [string, string, string]> = {
  day: ['#9fcfe6', '#dcedf0', '#fbeed6'],
  early: ['#bfe0d8', '#e6f1e4', '#fff3d4'],
  evening: ['#8fb0d6', '#f1cfc4', '#ffd9a0'],
  'white-night': ['#7f9cc9', '#c9bfe0', '#f6cfc0']
}

export function sky(w: number, h: number, time: Time = 'day'): string {
  const [high, middle, low] = SKIES[time]
  const { defs, url } = linear([
    [0, high],
    [0.7, middle],
    [1, low]
  ])
  return `${defs}<rect width="${w}" height="${h}" fill="${url}"/>`
}

export const cloud = (x: number, y: number, scale: number) =>
  place(
    '<path d="M0 30C0 14 16 10 26 14 32-4 64-6 72 12 90 6 106 14 106 30Z" fill="#fff" opacity=".8"/>',
    x,
    y,
    scale
  )

export const gull = (x: number, y: number, scale = 1) =>
  place(
    `<path d="M0 0q10-12 20 0 10-12 20 0" fill="none" stroke="${C.navy}" stroke-width="4" stroke-linecap="round" opacity=".7"/>`,
    x,
    y,
    scale
  )
