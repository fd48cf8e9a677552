import sharp from 'sharp'
import { expect, test } from 'vitest'
import { demoGoods, demoPeople, demoScenes, emptyStallSvg, marketSvg, markSvg, wordmarkSvg } from './index.ts'

const drawings = new Map<string, () => string>([
  ...demoGoods.flatMap(({ handle, picture, morePictures = [] }) =>
    [picture, ...morePictures].map((draw, i) => [`${handle} ${i}`, draw] as const)
  ),
  ...demoScenes.map(({ handle, picture }) => [handle, picture] as const),
  ...demoPeople.map(({ handle, avatar }) => [`face of ${handle}`, avatar] as const),
  ['mark', () => markSvg()],
  ['wordmark', () => wordmarkSvg()],
  ['market', marketSvg],
  ['empty stall', emptyStallSvg]
])

test('a drawing is the same to the byte whenever and in whatever order it is drawn', () => {
  const first = [...drawings].map(([name, draw]) => [name, draw()])
  const again = [...drawings].reverse().map(([name, draw]) => [name, draw()])
  expect(again.reverse()).toEqual(first)
})

test('no two goods, scenes or faces look alike', () => {
  const all = [...drawings.values()].map((draw) => draw())
  expect(new Set(all).size).toBe(all.length)
})

test('every drawing is well-formed and has its stated size in librsvg’s eyes', async () => {
  for (const [name, draw] of drawings) {
    const svg = draw()
    const stated = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)
    const { format, width, height } = await sharp(Buffer.from(svg)).metadata()
    expect({ name, format, width, height }).toEqual({
      name,
      format: 'svg',
      width: Math.round(Number(stated?.[1])),
      height: Math.round(Number(stated?.[2]))
    })
  }
})

test('every reference inside a drawing finds its one definition', () => {
  for (const [name, draw] of drawings) {
    const svg = draw()
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((found) => found[1])
    const used = [...svg.matchAll(/(?:url\(|href=")#([^")]+)/g)].map((found) => found[1])
    expect(new Set(ids).size, name).toBe(ids.length)
    expect(
      used.filter((id) => !ids.includes(id)),
      name
    ).toEqual([])
  }
})

test('nothing is used that a rasteriser draws slowly, differently or not at all', () => {
  for (const [name, draw] of drawings) {
    expect(draw(), name).not.toMatch(/<text|<filter|<image|var\(|style=|mix-blend|NaN|undefined|Infinity/)
  }
})
