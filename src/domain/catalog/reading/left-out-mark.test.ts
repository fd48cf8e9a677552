import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell } from '#platform/csv.ts'
import { guardedCell, plainCell } from './left-out-mark.ts'

test('whatever a cell holds, it comes back as it was, and no spreadsheet runs it on the way', () => {
  const cell = fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+\-@]'?[a-z0-9(]{0,4}$/))
  fc.assert(
    fc.property(cell, (text) => {
      expect(plainCell(guardedCell(text))).toBe(text)
      expect(csvCell(guardedCell(text))).not.toMatch(/^"[=+\-@\t\r\n＝＋－＠]/)
    })
  )
})
