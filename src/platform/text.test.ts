import { expect, test } from 'vitest'
import { cleanLine, cleanWords } from './text.ts'

test('controls, NUL, overrides and lone surrogates are gone, and lines are ours', () => {
  expect(cleanWords(' a\u0000b\u202e\r\nc\u2028d \n\n\n\ne\ud800 ')).toBe('ab\nc\nd\n\ne\ufffd')
  expect(cleanWords('a\u0308\u001b[31m')).toBe('ä[31m')
  expect(cleanLine(' one\ttwo\nthree ')).toBe('one two three')
})
