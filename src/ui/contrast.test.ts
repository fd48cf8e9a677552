import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brandRule, brandTokens, GROUNDS } from './brand.ts'
import { contrast, fit, parseColour, writeColour, type Lch } from './contrast.ts'

const schemes = ['light', 'dark'] as const
type Scheme = (typeof schemes)[number]
type Tokens = Map<string, Record<Scheme, Lch>>

/** The colour tokens of a style sheet, in both schemes. */
function tokensOf(css: string): Tokens {
  const declared = css.matchAll(/(--[\w-]+):\s*((?:light-dark\((?:[^()]|\([^()]*\))*\))|oklch\([^)]*\))/g)
  return new Map(
    [...declared].map(([, name, value]) => {
      const [light, dark] = value!.match(/oklch\([^)]*\)/g)!.map((text) => parseColour(text)!)
      return [name!, { light: light!, dark: dark ?? light! }]
    })
  )
}

const grounds = ['--granite', '--paper', '--sunk']
const inks = ['--ink', '--ink-2', '--harbour', '--lingon', '--birch', '--awning-text']
const pairs: [text: string, ground: string, least: number][] = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground, 4.5] as [string, string, number])),
  ...['awning', 'harbour', 'lingon', 'cloud'].map(
    (c) => [`--on-${c}`, `--${c}`, 4.5] as [string, string, number]
  ),
  ['--on-awning', '--awning-press', 4.5],
  ['--awning-text', '--awning-soft', 4.5],
  ['--harbour', '--harbour-soft', 4.5],
  ['--lingon', '--lingon-soft', 4.5],
  ['--birch', '--birch-soft', 4.5],
  ...['awning', 'cloud', 'harbour'].map((c) => ['--ink', `--${c}-soft`, 4.5] as [string, string, number]),
  ['--ink', '--picked', 4.5],
  ['--ink-2', '--picked', 4.5],
  ['--ink', '--highlight', 4.5],
  ['--card-ink', '--card', 4.5],
  ['--card-ink-2', '--card', 4.5],
  ['--card-ink', '--card-sunk', 4.5],
  ...['--edge', '--focus'].flatMap((line) => grounds.map((g) => [line, g, 3] as [string, string, number])),
  ['--harbour-fill', '--paper', 3]
]

const tokens = tokensOf(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'))

/** The pairs that are too weak, in words. */
function weak(colours: Tokens, wanted = pairs): string[] {
  const of = (name: string, scheme: Scheme) => colours.get(name)![scheme]
  return schemes.flatMap((scheme) =>
    wanted
      .filter(([text, ground, least]) => contrast(of(text, scheme), of(ground, scheme)) < least)
      .map(([text, ground]) => `${text} on ${ground}, ${scheme}`)
  )
}

test('every text stands out from every ground it may stand on, in both schemes', () => {
  expect(weak(tokens)).toEqual([])
})

test('the check would notice a token that is too weak', () => {
  expect(weak(new Map(tokens).set('--ink-2', tokens.get('--line')!))).toContain('--ink-2 on --paper, light')
})

test('the grounds that brand kits are fitted to are the tokens of the same name', () => {
  for (const scheme of schemes)
    expect(GROUNDS[scheme]).toEqual(grounds.map((name) => tokens.get(name)![scheme]))
})

test('contrast is WCAG’s: black on white is 21, a colour on itself 1, and hex reads as oklch', () => {
  expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 3)
  expect(contrast([0.5, 0.1, 40], [0.5, 0.1, 40])).toBe(1)
  expect(contrast(parseColour('#767676')!, parseColour('#ffffff')!)).toBeCloseTo(4.54, 1)
  const red = parseColour('#ff0000')!
  expect(writeColour(red)).toMatch(/^oklch\(0\.62[78]\d* 0\.257\d* 29\.2/)
})

test('whatever colours a shop chooses, its square stays readable', () => {
  const channel = fc.integer({ min: 0, max: 255 }).map((v) => v.toString(16).padStart(2, '0'))
  const hex = fc.tuple(channel, channel, channel).map((c) => `#${c.join('')}`)
  const touched = pairs.filter((pair) => pair.slice(0, 2).some((name) => /awning|harbour/.test(String(name))))
  fc.assert(
    fc.property(hex, hex, (awning, harbour) => {
      const branded = tokensOf(brandRule({ awning, harbour }).replaceAll(';', ';\n'))
      const all = new Map([...tokens, ...branded])
      all.set('--on-harbour', tokens.get('--on-harbour')!)
      expect(weak(all, touched)).toEqual([])
    }),
    { numRuns: 300 }
  )
})

test('a colour that cannot be read changes nothing, and nothing but colours gets through', () => {
  expect(brandTokens({ awning: 'red;}</style><script>', harbour: 7 })).toEqual({})
  expect(brandRule({})).toBe('')
  expect(writeColour(fit([0.9, 0.1, 100], [[1, 0, 0]], 4.5, 'darker'))).toMatch(/^oklch\(0\.\d+ 0\.1 100\)$/)
})
