import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, localOf } from './local-time.ts'

const HELSINKI = 'Europe/Helsinki'
const utc = (local: string, timezone = HELSINKI) => instantOf(local, timezone)?.toISOString().slice(0, 16)

test('a time on the wall is the moment it says, summer and winter', () => {
  expect(utc('2026-07-14T13:00')).toBe('2026-07-14T10:00')
  expect(utc('2026-01-14T13:00')).toBe('2026-01-14T11:00')
  expect(utc('2026-07-14T13:00', 'America/New_York')).toBe('2026-07-14T17:00')
  expect(localOf(new Date('2026-07-14T10:00:30Z'), HELSINKI)).toBe('2026-07-14T13:00')
})

test('the hour that is skipped comes after the change, the hour that comes twice is the first', () => {
  expect(utc('2026-03-29T03:30')).toBe('2026-03-29T01:30')
  expect(utc('2026-10-25T03:30')).toBe('2026-10-25T00:30')
})

test('nonsense is no time', () => {
  for (const text of [
    '',
    '2026-02-30T10:00',
    '2026-07-14',
    '2026-07-14T25:00',
    'x',
    '2026-07-14T10:00:00Z'
  ]) {
    expect(instantOf(text, HELSINKI)).toBeUndefined()
  }
})

test('every minute leads back to itself, anywhere', () => {
  const minute = fc.integer({ min: 28_000_000, max: 31_000_000 }).map((n) => new Date(n * 60_000))
  const zone = fc.constantFrom(HELSINKI, 'Europe/Oslo', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC')
  fc.assert(
    fc.property(minute, zone, (at, timezone) => {
      const local = localOf(at, timezone)
      const back = instantOf(local, timezone)!
      expect(localOf(back, timezone)).toBe(local)
      expect(Math.abs(back.getTime() - at.getTime())).toBeLessThanOrEqual(3_600_000)
    })
  )
})
