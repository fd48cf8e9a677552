import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from './spread.ts'

test('a refund is borne by the lines to the cent, and none bears more than it still earns', () => {
  const line = fc.record({ left: fc.nat(90_000), returned: fc.nat(90_000) })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.nat(1_000), (lines, share) => {
      const whole = lines.reduce((sum, { left }) => sum + left, 0)
      const net = Math.round((whole * share) / 1_000)
      const parts = spread(net, lines)
      expect(parts.reduce((a, b) => a + b, 0)).toBe(net)
      parts.forEach((part, i) => {
        expect(part).toBeGreaterThanOrEqual(0)
        expect(part).toBeLessThanOrEqual(lines[i]!.left)
      })
    })
  )
})

test('lines that came back bear their own worth first; a plain sum is borne by all', () => {
  const [tee, mug] = [
    { left: 6_000, returned: 0 },
    { left: 2_000, returned: 0 }
  ]
  expect(spread(1_000, [tee, { ...mug, returned: 1_000 }])).toEqual([0, 1_000])
  expect(spread(400, [tee, { ...mug, returned: 1_000 }])).toEqual([0, 400])
  expect(spread(1_000, [tee, mug])).toEqual([750, 250])
  expect(spread(1_700, [tee, { ...mug, returned: 1_000 }])).toEqual([600, 1_100])
})
