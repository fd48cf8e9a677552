import { expect, test } from 'vitest'
import { dominantColour } from './colour.ts'
import { open } from './engine.ts'
import { placeholderUrl, thumbhashOf, tiny } from './placeholder.ts'
import { flat, halves, noisy, pixel } from './sample.ts'

const decoded = (url: string) => Buffer.from(url.replace('data:image/webp;base64,', ''), 'base64')

test('a placeholder looks like its picture and has its shape', async () => {
  const master = await halves(600, 400, '#e02010', '#1020e0').jpeg().toBuffer()
  const preview = decoded(await placeholderUrl(thumbhashOf(await tiny(master))))
  const { width, height } = await open(preview).metadata()
  expect(Math.abs(width / height - 1.5)).toBeLessThan(0.2)
  const [left, right] = [await pixel(preview, 2, 9), await pixel(preview, width - 3, 9)]
  expect(left[0]! - left[2]!).toBeGreaterThan(100)
  expect(right[2]! - right[0]!).toBeGreaterThan(100)
})

test('a placeholder never passes 1,024 characters, whatever the picture', async () => {
  const shapes = [
    [900, 600],
    [600, 900],
    [1000, 30],
    [30, 1000],
    [1, 1],
    [100, 100]
  ] as const
  for (const [width, height] of shapes) {
    for (const image of [flat(width, height), noisy(width, height), flat(width, height).ensureAlpha(0.4)]) {
      const url = await placeholderUrl(thumbhashOf(await tiny(await image.png().toBuffer())))
      expect(url.length).toBeLessThanOrEqual(1024)
      expect(await open(decoded(url)).metadata()).toMatchObject({ format: 'webp' })
    }
  }
})

test('the dominant colour is what most of the picture is, not the mean', async () => {
  const spot = await flat(40, 100, '#0000ff').png().toBuffer()
  const mostly = await flat(100, 100, '#f08020')
    .composite([{ input: spot, left: 60, top: 0 }])
    .png()
    .toBuffer()
  expect(dominantColour(await tiny(mostly))).toBe('#f08020')
  const nothing = await open({ create: { width: 9, height: 9, channels: 4, background: '#12345600' } })
    .png()
    .toBuffer()
  expect(dominantColour(await tiny(nothing))).toBe('#ffffff')
})
