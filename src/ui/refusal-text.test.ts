import { expect, test } from 'vitest'
import * as m from '#messages'
import { refusalText, refusalTextLater } from './refusal-text.ts'

const detail = { count: 2, most: 5, name: 'Quay tee' }

test('every refusal is told by its own message, with its details', async () => {
  const refusals = Object.entries(m as unknown as Record<string, (detail: object) => string>).filter(
    ([key]) => key.startsWith('refusal_')
  )
  expect(refusals.length).toBeGreaterThan(0)
  for (const [key, message] of refusals) {
    expect(refusalText(key.slice('refusal_'.length), detail)).toBe(message(detail))
  }
  expect(await refusalTextLater('unknown')).toBe(m.refusal_unknown())
})

test('a code that has no message says that something went wrong, and nothing of the code', () => {
  expect(refusalText('../../etc/passwd')).toBe(m.refusal_unknown())
})
