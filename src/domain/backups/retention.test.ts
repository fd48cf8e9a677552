import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameAt, toRemove } from './retention.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 1)
const keep = { keepDays: 7, keepWeeks: 4 }
const hours = fc.uniqueArray(fc.nat(400 * 24), { maxLength: 120 })
const namesOf = (list: number[]) => list.map((hour) => nameAt(new Date(START + hour * HOUR)))

test('a year of daily backups leaves the last seven days and the last of four weeks', () => {
  let names: string[] = []
  for (let day = 0; day < 365; day++) {
    names.push(nameAt(new Date(START + day * 24 * HOUR + 3 * HOUR)))
    const gone = new Set(toRemove(names, keep))
    names = names.filter((name) => !gone.has(name))
  }
  expect(names.map((name) => name.slice(10, 20))).toEqual([
    ...['2026-12-13', '2026-12-20'], // the Sundays of the weeks before, whose last days are kept anyway
    ...['2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31']
  ])
})

test('the newest is always kept, never more than days and weeks together, and asking again removes nothing', () => {
  fc.assert(
    fc.property(hours, (list) => {
      const names = namesOf(list)
      const gone = toRemove(names, keep)
      const left = names.filter((name) => !gone.includes(name))
      expect(left.length).toBeLessThanOrEqual(11)
      expect(left.length).toBeGreaterThanOrEqual(Math.min(1, names.length))
      if (names.length) expect(left).toContain(names.toSorted().at(-1))
      expect(toRemove(left, keep)).toEqual([])
    })
  )
})

test('what was made by hand, and whatever else lies there, never goes', () => {
  const others = [
    'torilla-2020-01-01T000000Z.tar',
    'notes.txt',
    'scheduled-2020.tar',
    'scheduled-2020-01-01T000000Z.tar.age'
  ]
  fc.assert(
    fc.property(hours, (list) => {
      expect(toRemove([...namesOf(list), ...others], keep).filter((name) => others.includes(name))).toEqual(
        []
      )
    })
  )
})
