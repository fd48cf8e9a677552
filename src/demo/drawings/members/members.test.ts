import { expect, test } from 'vitest'
import { demoPeople, demoPerson } from './index.ts'

test('about forty members, each with their own name, handle and face', () => {
  expect(demoPeople.length).toBeGreaterThanOrEqual(38)
  for (const field of ['name', 'handle'] as const) {
    expect(new Set(demoPeople.map((person) => person[field])).size).toBe(demoPeople.length)
  }
  expect(new Set(demoPeople.map((person) => person.avatar())).size).toBe(demoPeople.length)
})

test('handles are safe in an address', () => {
  expect(demoPeople.filter(({ handle }) => !/^[a-z][a-z-]+$/.test(handle))).toEqual([])
})

test('asking for somebody who is not a member is a mistake', () => {
  expect(demoPerson('amara').name).toBe('Amara Okafor')
  expect(() => demoPerson('nobody')).toThrow('nobody')
})
