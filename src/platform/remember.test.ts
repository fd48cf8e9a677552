import { expect, test } from 'vitest'
import { remember } from './remember.ts'

test('an answer is made once and kept while it is asked for, and what nobody asks for is forgotten', () => {
  const made: string[] = []
  const shout = remember((word) => (made.push(word), word.toUpperCase()), 2)
  expect([shout('a'), shout('a'), shout('b')]).toEqual(['A', 'A', 'B'])
  expect(made).toEqual(['a', 'b'])
  for (const word of ['c', 'a', 'd', 'e', 'f', 'b']) shout(word)
  expect(made).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'b'])
})
