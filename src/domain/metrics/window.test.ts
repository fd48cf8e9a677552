import { expect, test } from 'vitest'
import { daysOf, windowBefore, windowOf } from './window.ts'

const NOW = new Date('2026-03-30T22:30:00Z')
const at = (input: Parameters<typeof windowOf>[2]) => {
  const { from, to, days } = windowOf(NOW, 'Europe/Helsinki', input)
  return [from, to, days]
}

test('seven, twenty-eight or ninety days end today, in the shop’s own calendar', () => {
  expect(at({})).toEqual(['2026-03-25', '2026-03-31', 7])
  expect(at({ days: '28' })).toEqual(['2026-03-04', '2026-03-31', 28])
  expect(at({ days: '90' })).toEqual(['2026-01-01', '2026-03-31', 90])
})

test('two dates are a window; it never reaches past today', () => {
  expect(at({ from: '2026-03-01', to: '2026-03-10' })).toEqual(['2026-03-01', '2026-03-10', 10])
  expect(at({ from: '2026-03-30', to: '2027-01-01' })).toEqual(['2026-03-30', '2026-03-31', 2])
})

test.each([
  { days: '8' },
  { days: '-1' },
  { from: '2026-03-10', to: '2026-03-01' },
  { from: '2026-02-30', to: '2026-03-01' },
  { from: 'x', to: "'; --" },
  { from: '2027-01-01', to: '2027-02-01' }
])('%j is none, and gives a week', (input) => {
  expect(at(input)).toEqual(['2026-03-25', '2026-03-31', 7])
})

test('the window before ends the day before, and is as long', () => {
  const window = windowOf(NOW, 'Europe/Helsinki', { from: '2026-03-29', to: '2026-03-31' })
  expect(windowBefore(window)).toMatchObject({ from: '2026-03-26', to: '2026-03-28', days: 3 })
  expect(daysOf(window)).toEqual(['2026-03-29', '2026-03-30', '2026-03-31'])
})
