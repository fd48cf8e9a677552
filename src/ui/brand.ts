import { contrast, fit, parseColour, writeColour, type Lch } from './contrast.ts'

// The grounds of tokens.css that text of a brand's colour may stand on; contrast.test.ts keeps them equal.
export const GROUNDS: Record<'light' | 'dark', readonly Lch[]> = {
  light: [
    [0.962, 0.008, 78],
    [0.996, 0.004, 88],
    [0.935, 0.01, 78]
  ],
  dark: [
    [0.2, 0.032, 262],
    [0.25, 0.036, 262],
    [0.3, 0.036, 262]
  ]
}
const INK: Lch = [0.235, 0.05, 264]
const PAPER: Lch = [0.995, 0.004, 88]
const TEXT = 4.5
const SHAPE = 3

type Pair = { light: Lch; dark: Lch }

const both = ({ light, dark }: Pair): string => `light-dark(${writeColour(light)}, ${writeColour(dark)})`
const soft = ([, C, H]: Lch): Pair => ({
  light: [0.95, Math.min(C, 0.036), H],
  dark: [0.335, Math.min(C, 0.058), H]
})

/** Text of this colour, readable on every ground and on its own soft tint. */
function readable(colour: Lch, tint: Pair): Pair {
  return {
    light: fit(colour, [...GROUNDS.light, tint.light], TEXT, 'darker'),
    dark: fit(colour, [...GROUNDS.dark, tint.dark], TEXT, 'lighter')
  }
}

function awningTokens(colour: Lch): Record<string, string> {
  const on = contrast(PAPER, colour) >= TEXT ? PAPER : INK
  const base = on === INK ? fit(colour, [INK], TEXT, 'lighter') : colour
  const dark = on === INK ? fit(base, [GROUNDS.dark[1]!], SHAPE, 'lighter') : base
  const pressed = ([L, C, H]: Lch, by: number): Lch => [Math.max(0, L + by), C, H]
  const tint = soft(colour)
  return {
    '--awning': both({ light: base, dark }),
    '--awning-press': both({
      light: on === INK ? fit(pressed(base, -0.05), [INK], TEXT, 'lighter') : pressed(base, -0.05),
      dark: on === INK ? pressed(dark, 0.055) : pressed(dark, -0.05)
    }),
    '--on-awning': writeColour(on),
    '--awning-text': both(readable(colour, tint)),
    '--awning-soft': both(tint)
  }
}

function harbourTokens(colour: Lch): Record<string, string> {
  const tint = soft(colour)
  return {
    '--harbour': both(readable(colour, tint)),
    '--harbour-soft': both(tint),
    '--harbour-fill': both({
      light: fit(colour, [GROUNDS.light[1]!], SHAPE, 'darker'),
      dark: fit(colour, [GROUNDS.dark[1]!], SHAPE, 'lighter')
    })
  }
}

/** The custom properties of a shop's brand kit, fitted to keep contrast; colours that cannot be read are left out. */
export function brandTokens(brand: Record<string, unknown>): Record<string, string> {
  const colour = (name: string) => (typeof brand[name] === 'string' ? parseColour(brand[name]) : undefined)
  const [awning, harbour] = [colour('awning'), colour('harbour')]
  return { ...(awning && awningTokens(awning)), ...(harbour && harbourTokens(harbour)) }
}

/** The same as a rule for the head of the page; empty when the shop keeps the market's own colours. */
export function brandRule(brand: Record<string, unknown>): string {
  const tokens = Object.entries(brandTokens(brand)).map(([name, value]) => `${name}:${value}`)
  return tokens.length ? `:root{${tokens.join(';')}}` : ''
}
