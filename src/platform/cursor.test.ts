import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor.ts'

const ID = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'

test('a cursor comes back as it went out', () => {
  const stamp = '2026-11-28 17:03:21.123456+00'
  const key = ['Øl', ID, stamp, 0.5, 12, Date.UTC(2026, 10, 28), true]
  const parts = ['text', 'id', 'stamp', 'number', 'whole', 'time', 'boolean'] as const
  expect(decodeCursor(encodeCursor(key), parts)).toEqual(key)
})

test.each([
  ['an id that is none', ['nope'], ['id']],
  ['a moment out of all time', [1e300], ['time']],
  ['a moment before 1970', [-1], ['time']],
  ['half a number', [1.5], ['whole']],
  ['a text no database can hold', ['a\u0000'], ['text']],
  ['half a character', ['\ud800'], ['text']],
  ['a month that no year has', ['2026-13-01 00:00:00+00'], ['stamp']],
  ['a day that its month has not', ['2026-02-31 00:00:00+00'], ['stamp']],
  ['a moment of a year 0', ['0000-01-01 00:00:00+00'], ['stamp']],
  ['an hour that no day has', ['2026-01-01 24:30:00+00'], ['stamp']],
  ['a zone that is nowhere', ['2026-01-01 00:00:00+99:99'], ['stamp']],
  ['too few parts', [1], ['number', 'number']],
  ['something else in shape', ['1'], ['number']]
] as const)('%s is no cursor', (_, key, parts) => {
  expect(decodeCursor(encodeCursor(key), parts)).toBeUndefined()
})

test('whatever is sent as a cursor is read or is none, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
      expect(decodeCursor(text, ['time', 'id'])).toBeUndefined()
    })
  )
})
