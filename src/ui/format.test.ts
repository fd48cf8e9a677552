import { expect, test } from 'vitest'
import {
  formatBytes,
  formatCompact,
  formatDate,
  formatDay,
  formatList,
  formatPercent,
  formatRelative
} from './format.ts'

const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ')
const now = new Date('2026-07-14T10:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

test('counts stay exact until ten thousand, then they are shortened as the reader shortens them', () => {
  expect(plain(formatCompact(9_999, 'fi'))).toBe('9 999')
  expect(['en', 'fi', 'nb'].map((locale) => plain(formatCompact(12_345, locale)))).toEqual([
    '12.3k',
    '12,3 t.',
    '12,3k'
  ])
})

test('a moment is told in the shop’s time zone, whatever zone the server is in', () => {
  expect(formatDate(now, 'en', 'Europe/Helsinki', 'datetime')).toBe('14 Jul 2026, 13:00')
  expect(formatDate(now, 'fi', 'Europe/Helsinki', 'time')).toBe('13.00')
  expect(formatDate(now, 'nb', 'America/New_York', 'datetime')).toBe('14. juli 2026, 06:00')
  expect(formatDate(new Date('2026-07-14T22:30:00Z'), 'en', 'Europe/Helsinki', 'day')).toBe('15 Jul')
})

test('what is near is told by its distance, what is a week away by its date', () => {
  expect(plain(formatRelative(ago(20), now, 'en'))).toBe('now')
  expect(plain(formatRelative(ago(125), now, 'en'))).toBe('2 min ago')
  expect(plain(formatRelative(ago(-86_400), now, 'nb'))).toBe('i morgen')
  expect(plain(formatRelative(ago(3 * 3600), now, 'fi'))).toBe('3 t sitten')
  expect(formatRelative(ago(8 * 86_400), now, 'en')).toBeUndefined()
})

test('shares, sizes and lists read as the reader writes them', () => {
  expect(plain(formatPercent(0.125, 'fi'))).toBe('13 %')
  expect(plain(formatPercent(0.0625, 'en'))).toBe('6.3%')
  expect(plain(formatBytes(840_000, 'en'))).toBe('840 kB')
  expect(plain(formatBytes(12_400_000, 'fi'))).toBe('12,4 Mt')
  expect(formatList(['rød', 'blå'], 'nb')).toBe('rød og blå')
})

test('a day of another year says which, by the clock of the shop', () => {
  const now = new Date('2026-07-14T10:00:00Z')
  const day = (at: string) => formatDay(new Date(at), now, 'en', 'Europe/Helsinki')
  expect([day('2026-03-02T10:00:00Z'), day('2025-03-02T10:00:00Z')]).toEqual(['2 Mar', '2 Mar 2025'])
  expect(day('2025-12-31T22:30:00Z')).toBe('1 Jan')
})
