import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MODELS, share } from './models.ts'

const ORDERED = new Date('2026-07-14T10:00:00Z')
const daysBefore = (days: number) => ({ touchedAt: new Date(ORDERED.getTime() - days * 86_400_000) })
const journey = fc
  .array(fc.double({ min: 0, max: 7, noNaN: true }), { minLength: 1, maxLength: 20 })
  .map((days) => days.sort((a, b) => b - a).map(daysBefore))

test.each(MODELS)('credits by %s add up to exactly 1 and are never negative', (model) => {
  fc.assert(
    fc.property(journey, (touches) => {
      const credits = share(model, touches, ORDERED)
      expect(credits).toHaveLength(touches.length)
      for (const credit of credits) expect(credit).toBeGreaterThanOrEqual(0)
      expect(credits.reduce((sum, credit) => sum + Math.round(credit * 1e8), 0)).toBe(1e8)
    })
  )
})

test('each model weighs as it says', () => {
  const three = [daysBefore(7), daysBefore(3), daysBefore(0)]
  expect(share('last_touch', three, ORDERED)).toEqual([0, 0, 1])
  expect(share('first_touch', three, ORDERED)).toEqual([1, 0, 0])
  expect(share('linear', three, ORDERED)).toEqual([0.33333334, 0.33333333, 0.33333333])
  expect(share('position_based', three, ORDERED)).toEqual([0.4, 0.2, 0.4])
  expect(share('position_based', three.slice(1), ORDERED)).toEqual([0.5, 0.5])
  expect(share('time_decay', [daysBefore(7), daysBefore(0)], ORDERED)).toEqual([0.33333333, 0.66666667])
})
