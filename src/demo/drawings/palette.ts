/** The colours of the market: one sun from the upper left, warm; shade is harbour blue, never black. */
export const C = {
  orange: '#f26f21',
  ember: '#d9541a',
  cream: '#fff5e4',
  paper: '#fffdf8',
  sky: '#cfe5ee',
  sea: '#3d8fbf',
  harbour: '#1f5f99',
  navy: '#15294a',
  granite: '#d8d2c9',
  stone: '#a79d92',
  sand: '#ecdcc0',
  blush: '#f3c7b0',
  sage: '#bccfb2',
  birch: '#3d7c57',
  moss: '#6d8f4e',
  lingon: '#b5223f',
  cloud: '#f8b62d',
  lilac: '#c9bfe0',
  ink: '#1b2640',
  wood: '#c98f57'
} as const

export const SHADE = '#14264a'
export const LIGHT = '#fff1d6'
export const SKIN = ['#fbdcc4', '#f0c19b', '#d79a6c', '#a9683f', '#7a4628', '#5a3220'] as const
export const HAIR = [
  '#f0d28c',
  '#c98a43',
  '#7a4a28',
  '#3a2418',
  '#1c1614',
  '#b9b3ad',
  '#b8502a',
  '#ece8e2',
  '#2f8f93'
] as const

export type SkinTone = 0 | 1 | 2 | 3 | 4 | 5
export type HairTone = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

const channels = (hex: string) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16))

/** The colour a share t (0 to 1) of the way from a to b. */
export function mix(a: string, b: string, t: number): string {
  const to = channels(b)
  const parts = channels(a).map((from, i) => Math.round(from + ((to[i] ?? from) - from) * t))
  return '#' + parts.map((v) => v.toString(16).padStart(2, '0')).join('')
}

export const dark = (colour: string, t = 0.25) => mix(colour, SHADE, t)
export const lite = (colour: string, t = 0.3) => mix(colour, LIGHT, t)
