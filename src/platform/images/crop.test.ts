import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crop, cropRegion } from './crop.ts'
import { open } from './engine.ts'
import { flat, halves, pixel } from './sample.ts'

test('the focal point stays in the middle until an edge is reached', () => {
  const size = { width: 1000, height: 500 }
  const square = { width: 1, height: 1 }
  expect(cropRegion(size, square)).toEqual({ left: 250, top: 0, width: 500, height: 500 })
  expect(cropRegion(size, square, { x: 0.6, y: 0.5 }).left).toBe(350)
  expect(cropRegion(size, square, { x: 0.99, y: 0 }).left).toBe(500)
  expect(cropRegion(size, { width: 4, height: 1 }, { x: 0, y: 1 })).toEqual({
    left: 0,
    top: 250,
    width: 1000,
    height: 250
  })
})

test('a region lies inside, has the shape, touches two edges, and holds the focal point', () => {
  const side = fc.integer({ min: 1, max: 5000 })
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  const shape = fc.integer({ min: 1, max: 30 })
  fc.assert(
    fc.property(side, side, shape, shape, part, part, (width, height, w, h, x, y) => {
      const region = cropRegion({ width, height }, { width: w, height: h }, { x, y })
      expect(region.left >= 0 && region.left + region.width <= width).toBe(true)
      expect(region.top >= 0 && region.top + region.height <= height).toBe(true)
      expect(region.width === width || region.height === height).toBe(true)
      const slack = region.width > 1 && region.height > 1 ? Math.max(1, w / h, h / w) : Infinity
      expect(Math.abs(region.width - (region.height * w) / h)).toBeLessThanOrEqual(slack)
      expect(x * width >= region.left - 1 && x * width <= region.left + region.width + 1).toBe(true)
    })
  )
})

test('a crop shows what the focal point asked for, no larger than the master allows', async () => {
  const master = await halves(800, 400, '#ff0000', '#0000ff').jpeg().toBuffer()
  const right = await crop(master, { aspect: { width: 4, height: 5 }, focal: { x: 0.9, y: 0.5 }, width: 200 })
  expect(right).toMatchObject({ width: 200, height: 250, mime: 'image/jpeg' })
  expect((await pixel(right.body, 100, 100))[2]).toBeGreaterThan(230)
  const left = await crop(master, {
    aspect: { width: 1, height: 1 },
    focal: { x: 0, y: 0 },
    width: 9999,
    format: 'webp'
  })
  expect(left).toMatchObject({ width: 400, height: 400, mime: 'image/webp' })
  expect((await open(left.body).metadata()).format).toBe('webp')
  expect((await pixel(left.body, 200, 200))[0]).toBeGreaterThan(230)
})

test('without a width the crop keeps every pixel', async () => {
  const cut = await crop(await flat(300, 200).jpeg().toBuffer(), { aspect: { width: 1, height: 1 } })
  expect([cut.width, cut.height]).toEqual([200, 200])
})
