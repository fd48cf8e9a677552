import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakLines, drawable, drawLine, loadLetters, widthOf } from './index.ts'

const { headline, text } = await loadLetters()

test('Nordic, Sámi, Baltic and Vietnamese letters are drawn; emoji and scripts without outlines are left out', () => {
  const known = 'Åse Yrjänä Øyvind Niŋŋá Čáhppe Đorđe Łukasz Žofie Jõgi Nguyễn €34,50 “–”'
  expect(drawable(known, headline)).toBe(known)
  expect(drawable('Kala 🐟👩‍👩‍👧 愛 мир ﬁsh\u0000\n  e\u0301', headline)).toBe('Kala fsh é')
  expect(drawable('🐟', text)).toBe('')
})

test('lines fit their width whatever the words are, lose no letter while there is room, and never grow in number', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 120 })
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 120, max: 600 }),
      fc.integer({ min: 1, max: 4 }),
      (words, width, most) => {
        const clean = drawable(words, headline)
        const { lines, whole } = breakLines(clean, headline, { size: 60, width, most })
        expect(lines.length).toBeLessThanOrEqual(most)
        for (const line of lines) expect((widthOf(line, headline) * 60) / 1000).toBeLessThanOrEqual(width)
        if (whole) expect(lines.join('').replace(/[- ]/g, '')).toBe(clean.replace(/[- ]/g, ''))
        else expect(lines.at(-1)).toMatch(/…$/)
      }
    )
  )
})

test('pairs such as TA stand closer than their letters alone', () => {
  expect(widthOf('TA', headline)).toBeLessThan(widthOf('T', headline) + widthOf('A', headline))
  expect(drawLine('TA', headline, { x: 0, y: 0, size: 10 }).match(/<path/g)).toHaveLength(2)
})
