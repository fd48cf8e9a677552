/** Prints for cloth and china: a 240 x 240 field centred on (0, 0), an ink and the ground it is printed on. */
import { words } from './lettering/index.ts'
import { bun, fir, fish } from './motifs.ts'
import { C } from './palette.ts'
import { place, round, times } from './svg.ts'

type Print = (ink: string, ground: string) => string

const lines = (...texts: readonly [string, number, number][]): Print => {
  return (ink) =>
    texts.map(([text, y, size]) => words(text, 0, y, size, { fill: ink, maxWidth: 236 })).join('')
}

const sun: Print = (ink, ground) =>
  `<circle r="92" cy="-14" fill="${ink}"/><g fill="${ground}">` +
  times(4, (i) => `<rect x="-110" y="${[10, 34, 56, 76][i]}" width="220" height="${6 + i * 3}"/>`) +
  '</g>'

const shoal: Print = (ink, ground) =>
  times(3, (i) => {
    const flip = i % 2 ? ' translate(-74 0)' : ''
    const at = `translate(${i % 2 ? -62 : -82} ${[-80, -22, 36][i]}) scale(${i % 2 ? -1.95 : 1.95} 1.45)${flip}`
    return `<g transform="${at}">${fish(ink, ground)}</g>`
  })

const boat: Print = (ink, ground) =>
  `<path d="M-4-112V40h-92zM14-76V40h74z" fill="${ink}"/>` +
  `<path d="M-112 58H112C100 92 70 104 40 104h-80c-30 0-58-12-72-46z" fill="${ink}"/>` +
  `<path d="M-84 76H86" stroke="${ground}" stroke-width="7"/>`

const gull: Print = (ink, ground) =>
  `<path d="M-118 18C-78-40-40-44-6 0 30-60 84-62 120-22 78-22 56 6 34 44 20 70-26 70-42 42-58 20-86 10-118 18Z" fill="${ink}"/>` +
  `<circle cx="-22" cy="16" r="6" fill="${ground}"/><path d="M-44 26l-26 8 28 8z" fill="${C.cloud}"/>`

const BERRIES = [
  [0, 44],
  [-38, 24],
  [38, 24],
  [-22, -10],
  [22, -10],
  [0, 18],
  [0, -36]
] as const
const berry: Print = (ink, ground) =>
  `<g fill="${ink}" stroke="${ground}" stroke-width="4">` +
  BERRIES.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="25"/>`).join('') +
  `</g><path d="M0-52C-2-84-20-100-44-104c2 28 16 46 44 52Zm0 0c4-26 20-42 46-46 0 26-16 42-46 46Z" fill="${C.birch}"/>`

const house: Print = (ink, ground) =>
  `<path d="M-96 100V-20L-30-92 36-20V100Z" fill="${ink}"/><path d="M52 100V16l34-36 34 36v84Z" fill="${ink}"/>` +
  `<path d="M-50 100V34h40v66zM-66-14h26v28h-26zM-20-14H6v28h-26zM74 30h24v26H74z" fill="${ground}"/>`

const tram: Print = (ink, ground) =>
  `<path d="M-30-104L0-82 30-104" fill="none" stroke="${ink}" stroke-width="7"/><path d="M-112-70Q-112-84-98-84H98Q112-84 112-70V62H-112Z" fill="${ink}"/>` +
  `<path d="M-96-62H-52V0H-96ZM-40-62H4V0H-40ZM16-62H60V0H16ZM72-62H96V62H72Z" fill="${ground}"/><path d="M-112 20H66" stroke="${ground}" stroke-width="7"/>` +
  `<g fill="${ink}" stroke="${ground}" stroke-width="6"><circle cx="-62" cy="70" r="22"/><circle cx="46" cy="70" r="22"/></g>`

const forest: Print = (ink) =>
  [
    [-72, 86, 1.5],
    [66, 92, 1.7],
    [0, 104, 2.1]
  ]
    .map(([x, y, k]) => place(fir(ink, ink), x ?? 0, y ?? 0, k))
    .join('')

const steam = (ink: string) =>
  `<path d="M-30-46c-14-18 14-26 0-46M4-46c-14-18 14-26 0-46M38-46c-14-18 14-26 0-46" fill="none" stroke="${ink}" stroke-width="9" stroke-linecap="round"/>`
const cup: Print = (ink, ground) =>
  `<path d="M-84-24H84V34C84 78 52 98 12 98h-24C-52 98-84 78-84 34Z" fill="${ink}"/>` +
  `<path d="M84-4c44-12 44 60-6 58" fill="none" stroke="${ink}" stroke-width="17"/><path d="M-66 6V34c0 20 8 34 22 42" fill="none" stroke="${ground}" stroke-width="8" stroke-linecap="round"/>` +
  steam(ink)

const ladle: Print = (ink, ground) =>
  `<path d="M-78-4H46L34 96H-66Z" fill="${ink}"/><path d="M-74 26H42M-70 60H38" stroke="${ground}" stroke-width="7"/>` +
  `<path d="M10 18L96-96" stroke="${ink}" stroke-width="15" stroke-linecap="round"/><path d="M10 18L96-96" stroke="${ground}" stroke-opacity=".35" stroke-width="4"/>` +
  `<path d="M-74-4C-74-62 42-62 42-4" fill="none" stroke="${ink}" stroke-width="9"/>`

const knot: Print = (ink) =>
  `<path d="M-100-30C-40-30-30 60 34 60 76 60 88 30 70 8 46-22-46-22-70 8-88 30-76 60-34 60 30 60 40-30 100-30" fill="none" stroke="${ink}" stroke-width="19" stroke-linecap="round"/>`

const stars: Print = (ink) =>
  times(9, (i) => {
    const [x, y, k] = [
      [0, -78, 15],
      [-62, -40, 10],
      [58, -44, 12],
      [-92, 22, 8],
      [-20, -8, 9],
      [36, 18, 14],
      [92, 30, 8],
      [-50, 66, 13],
      [24, 84, 9]
    ][i] ?? [0, 0, 0]
    const r = k ?? 0
    const waist = round(r * 0.28)
    return `<path transform="translate(${x} ${y})" d="M0 ${-r * 2}L${waist} ${-waist} ${r * 2} 0 ${waist} ${waist} 0 ${r * 2} ${-waist} ${waist} ${-r * 2} 0 ${-waist} ${-waist}Z" fill="${ink}"/>`
  })

export const prints = {
  sun,
  herring: shoal,
  tori: lines(['TORILLA', -8, 92], ['TAVATAAN', 76, 78]),
  moi: lines(['moi', 40, 190]),
  kahvi: lines(['kahvi', -16, 100], ['ensin', 84, 116]),
  loyly: lines(['LÖYLYÄ', 30, 96]),
  boat,
  gull,
  berry,
  house,
  tram,
  forest,
  cup,
  bun: (ink, ground) => bun(ink, ground),
  ladle,
  knot,
  stars
} satisfies Record<string, Print>

export type PrintName = keyof typeof prints

/** A print with its centre on (x, y). */
export const print = (
  name: PrintName,
  ink: string,
  ground: string,
  x: number,
  y: number,
  scale = 1,
  turn = 0
) => place(prints[name](ink, ground), x, y, scale, turn)
