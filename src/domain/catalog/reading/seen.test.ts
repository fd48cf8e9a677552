import { expect, test } from 'vitest'
import { createSeen } from './seen.ts'

test('a hundred thousand similar texts are told apart and found again', () => {
  const seen = createSeen()
  for (let n = 1; n <= 100_000; n++) {
    expect(seen.rowOf(`SKU-${n}`)).toBeUndefined()
    seen.remember(`SKU-${n}`, n)
  }
  for (let n = 1; n <= 100_000; n += 97) expect(seen.rowOf(`SKU-${n}`)).toBe(n)
  seen.remember('SKU-5', -5)
  expect(seen.rowOf('SKU-5')).toBe(-5)
  expect(seen.rowOf('')).toBeUndefined()
})
