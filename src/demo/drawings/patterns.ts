/**
 * Cloth and paper patterns: a ground colour, a second one, and a repeating tile.
 * No tile is narrow: librsvg loses one that shrinks below a pixel, as in a thumbnail.
 */
import { fir, fish } from './motifs.ts'
import { C } from './palette.ts'
import { random } from './random.ts'
import { round, tile, times, type Def } from './svg.ts'

type Pattern = (ground: string, figure: string) => Def

const ground = (w: number, h: number, colour: string) => `<rect width="${w}" height="${h}" fill="${colour}"/>`

function bands(pitch: number, width: number): Pattern {
  return (a, b) =>
    tile(pitch, pitch, ground(pitch, pitch, a) + `<rect width="${pitch}" height="${width}" fill="${b}"/>`)
}

function herring(a: string, b: string): Def {
  const swim = (x: number, y: number) => `<g transform="translate(${x} ${y})">${fish(b, a)}</g>`
  return tile(104, 84, ground(104, 84, a) + swim(8, 4) + swim(60, 46) + swim(-44, 46), 'rotate(-14)')
}

function terrazzo(a: string, b: string): Def {
  const next = random(7)
  const chips = times(16, (i) => {
    const [x, y, k] = [12 + next() * 136, 12 + next() * 136, 5 + next() * 8].map(round) as [
      number,
      number,
      number
    ]
    const edge = `${k} ${round(-k * 0.8)} ${k} ${round(k * 0.5)} ${round(-k * 0.4)} ${k}`
    return `<path d="M${round(x - k)} ${y}l${edge}z" fill="${[b, C.cloud, C.lingon, C.harbour][i % 4]}"/>`
  })
  return tile(160, 160, ground(160, 160, a) + chips)
}

const simple = (w: number, h: number, figure: (a: string, b: string) => string): Pattern => {
  return (a, b) => tile(w, h, ground(w, h, a) + figure(a, b))
}

export const patterns = {
  stripe: bands(56, 22),
  thin: bands(34, 7),
  awning: simple(72, 72, (_, b) => `<rect width="36" height="72" fill="${b}"/>`),
  dots: simple(
    52,
    52,
    (_, b) => `<circle cx="13" cy="13" r="9" fill="${b}"/><circle cx="39" cy="39" r="9" fill="${b}"/>`
  ),
  check: simple(64, 64, (_, b) => `<path d="M0 0h32v64H0zM0 0h64v32H0z" fill="${b}" fill-opacity=".5"/>`),
  waves: simple(
    80,
    36,
    (_, b) =>
      `<path d="M-10 18c13-18 27-18 40 0s27 18 40 0 27-18 40 0" fill="none" stroke="${b}" stroke-width="8"/>`
  ),
  herring,
  sails: simple(
    84,
    84,
    (_, b) =>
      `<path d="M18 40V10l18 30zM14 40V18L2 40zM0 44h38l-6 8H6zM60 82V52l18 30zM56 82V60L44 82z" fill="${b}"/>`
  ),
  berries: simple(
    76,
    76,
    (_, b) =>
      `<path d="M27 26C28 14 34 8 44 6M60 54c0-8 4-12 10-14" stroke="${C.birch}" stroke-width="4" fill="none"/><g fill="${b}"><circle cx="18" cy="24" r="9"/><circle cx="36" cy="20" r="9"/><circle cx="28" cy="36" r="9"/><circle cx="60" cy="62" r="9"/></g>`
  ),
  firs: simple(
    88,
    92,
    (_, b) =>
      `<g transform="translate(24 42) scale(.36)">${fir(b)}</g><g transform="translate(66 86) scale(.36)">${fir(b)}</g>`
  ),
  knit: simple(
    60,
    96,
    (_, b) =>
      `<path d="M0 20l15-14 15 14 15-14 15 14v9L45 15 30 29 15 15 0 29Z" fill="${b}"/><path d="M30 44l10 10-10 10-10-10zM0 44l10 10L0 64zM60 44L50 54l10 10z" fill="${b}"/><path d="M0 78h60v6H0z" fill="${b}"/>`
  ),
  terrazzo
} satisfies Record<string, Pattern>

export type PatternName = keyof typeof patterns
