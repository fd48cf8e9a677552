import { expect, test } from 'vitest'
import { ROLES, type Actor } from '#domain/accounts/index.ts'
import { openPaths } from './open-paths.ts'

const actor = (role: Actor['role']): Actor => ({ shopId: 1, role, memberId: null, visitor: null })

test('the feed is open to everyone, under its plain path', () => {
  for (const role of ['guest', ...ROLES] as const) expect(openPaths(actor(role))).toContain('/')
})

test('a menu never names a page with a parameter, nor the studio to those who may not enter it', () => {
  expect(openPaths(actor('owner')).filter((path) => /[[()]/.test(path))).toEqual([])
  expect(openPaths(actor('guest')).filter((path) => path.startsWith('/studio'))).toEqual([])
})
