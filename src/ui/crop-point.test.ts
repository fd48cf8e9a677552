import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cropPoint, frameOf, uncropPoint } from './crop-point.ts'

const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const point = fc.record({ x: fraction, y: fraction })
const shape = fc.double({ min: 0.2, max: 5, noNaN: true })

test('an uncropped picture keeps its points, a cropped one moves them towards the edge it lost', () => {
  expect(cropPoint({ x: 0.2, y: 0.9 }, { x: 0.5, y: 0.5 }, 0.8, 0.8)).toEqual({ x: 0.2, y: 0.9 })
  const square = cropPoint({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0 }, 0.5, 1)
  expect(square).toEqual({ x: 0.5, y: 0.95 })
  expect(cropPoint({ x: 0.5, y: 0.25 }, { x: 0.5, y: 0 }, 0.5, 1)).toEqual({ x: 0.5, y: 0.5 })
})

test('what is seen in a frame leads back to where it is in the picture', () => {
  fc.assert(
    fc.property(point, point, shape, shape, (at, focal, whole, frame) => {
      const seen = uncropPoint(at, focal, whole, frame)
      const back = cropPoint(seen, focal, whole, frame)
      const kept = (n: number) => Math.min(0.95, Math.max(0.05, n))
      expect(back.x).toBeCloseTo(frame < whole ? kept(at.x) : at.x, 6)
      expect(back.y).toBeCloseTo(frame > whole ? kept(at.y) : at.y, 6)
    })
  )
})

test('a tower and a ribbon are shown in a shape that fits a phone', () => {
  expect(frameOf({ width: 100, height: 1000 }, 0.8)).toBe(0.8)
  expect(frameOf({ width: 1000, height: 100 }, 0.8)).toBe(2)
  expect(frameOf({ width: 4, height: 3 }, 0.8)).toBeCloseTo(4 / 3)
})
