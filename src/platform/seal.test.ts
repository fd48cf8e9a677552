import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal, unseal } from './seal.ts'

test('what is sealed comes back whole by its secret, and by no other nor with a byte changed', () => {
  for (const length of [0, 1, 15, 16, 17, 5_000]) {
    const plain = randomBytes(length)
    const sealed = seal('a secret', plain)
    expect(unseal('a secret', sealed)).toEqual(plain)
    if (length > 8) expect(sealed.includes(plain)).toBe(false)
    expect(() => unseal('another', sealed)).toThrow()
    const at = length % sealed.length
    const changed = Buffer.from(sealed)
    changed[at] = changed[at]! ^ 1
    expect(() => unseal('a secret', changed)).toThrow()
  }
  expect(seal('a secret', Buffer.from('same'))).not.toEqual(seal('a secret', Buffer.from('same')))
})
