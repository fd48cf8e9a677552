import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FlowLane } from '#domain/metrics/index.ts'
import { layFlow, type Frame } from './flow-layout.ts'
import { gatherLanes, sumLanes } from './flow-sums.ts'

const frame: Frame = {
  ...{ upright: false, at: [100, 300, 500, 700], thick: 14, start: 50, span: 250, align: 'middle' },
  ...{ gaps: [10, 12, 18, 26], apart: [18, 0, 0, 26] }
}
const count = fc.integer({ min: 0, max: 5_000 })
const lane: fc.Arbitrary<FlowLane> = fc.record({
  network: fc.constantFrom('square', 'bluesky', 'instagram'),
  likes: fc.option(count),
  clicks: count,
  carts: count,
  orders: count,
  revenue: count
})

test('bars of a stage never overlap, and no path holds a broken number', () => {
  fc.assert(
    fc.property(fc.array(lane, { maxLength: 6 }), fc.boolean(), (lanes, upright) => {
      const { bars, ribbons, ends } = layFlow(lanes, { ...frame, upright })
      for (const stage of [0, 1, 2, 3]) {
        const column = bars.filter((bar) => bar.stage === stage)
        for (const [i, bar] of column.entries()) {
          if (i > 0) expect(bar.from).toBeGreaterThan(column[i - 1]!.from + column[i - 1]!.size)
        }
      }
      for (const { path, lost } of ribbons) expect(path + (lost ?? '')).not.toMatch(/NaN|Infinity|undefined/)
      expect(ends.every(Number.isFinite)).toBe(true)
    })
  )
})

test('widths are linear over networks and stages, and what is not told is drawn as missing', () => {
  const lanes: FlowLane[] = [
    { network: 'square', likes: 1_000, clicks: 400, carts: 200, orders: 100, revenue: 0 },
    { network: 'instagram', likes: null, clicks: 100, carts: 50, orders: 0, revenue: 0 }
  ]
  const { bars } = layFlow(lanes, frame)
  const size = (lane: number, stage: number) => bars.find((b) => b.lane === lane && b.stage === stage)?.size
  expect(size(0, 1)! / size(0, 0)!).toBeCloseTo(0.4)
  expect(size(1, 1)! / size(0, 1)!).toBeCloseTo(0.25)
  expect(bars.filter((bar) => bar.missing)).toMatchObject([{ lane: 1, stage: 0 }])
  expect(size(1, 3)).toBeUndefined()
})

test('shares leave out what is not told, and whole numbers over one are no share', () => {
  const sums = sumLanes([
    { network: 'square', likes: 100, clicks: 33, carts: 40, orders: 10, revenue: 5 },
    { network: 'instagram', likes: null, clicks: 50, carts: 50, orders: 5, revenue: 5 }
  ])
  expect(sums).toMatchObject({ likes: 100, clicks: 83, missing: ['instagram'], revenue: 10 })
  expect(sums.shares).toEqual({ clicks: 0.33, carts: null, orders: 15 / 90 })
})

test('many networks: the last ones together, unknown if one of them is', () => {
  const lanes = Array.from({ length: 9 }, (_, i) => ({
    ...{ network: `n${i}`, likes: i === 8 ? null : 1, clicks: 10 - i, carts: 1, orders: 1, revenue: 1 }
  }))
  const gathered = gatherLanes(lanes)
  expect(gathered).toHaveLength(6)
  expect(gathered[5]).toEqual({
    network: 'other',
    likes: null,
    clicks: 5 + 4 + 3 + 2,
    carts: 4,
    orders: 4,
    revenue: 4
  })
})
