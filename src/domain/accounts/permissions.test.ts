import { expect, test } from 'vitest'
import { can, PERMISSIONS, ROLES, SCOPES, systemActor, type Actor, type Permission } from './index.ts'

const as = (role: Actor['role']): Actor => ({ shopId: 1, role, memberId: null, visitor: null })
const granted = (role: Actor['role']) => PERMISSIONS.filter((permission) => can(as(role), permission))

test('each role may do what is written here, and nothing else', () => {
  const member: Permission[] = ['public', 'take.part', 'own.account']
  const staff: Permission[] = [...member, 'studio.enter', 'products.read']
  expect(granted('guest')).toEqual(['public'])
  expect(granted('member')).toEqual(member)
  expect(new Set(granted('clerk'))).toEqual(
    new Set([...staff, 'orders.read', 'orders.fulfil', 'orders.pay', 'till.use'])
  )
  expect(new Set(granted('moderator'))).toEqual(new Set([...staff, 'comments.moderate', 'people.read']))
  expect(granted('marketer')).not.toContain('orders.refund')
  expect(granted('marketer')).not.toContain('orders.pay')
  expect(granted('marketer')).not.toContain('shop.settings')
  expect(granted('owner')).toEqual(PERMISSIONS.filter((permission) => permission !== 'shop.install'))
})

test('no one but the product itself may open the first shop, and every role includes a guest’s rights', () => {
  expect(ROLES.filter((role) => can(as(role), 'shop.install'))).toEqual([])
  expect(can(systemActor(1), 'shop.install')).toBe(true)
  for (const role of ROLES) expect(granted(role)).toContain('public')
})

test('a key narrows what its maker may do and never widens it; the pages’ doors and the making of keys are no scopes', () => {
  const key = (role: Actor['role'], scopes: readonly Permission[]): Actor => ({
    ...as(role),
    key: { id: 'k', scopes }
  })
  const through = (actor: Actor) => PERMISSIONS.filter((permission) => can(actor, permission))
  expect(through(key('owner', ['orders.read']))).toEqual(['public', 'orders.read'])
  expect(through(key('member', ['orders.read', 'take.part']))).toEqual(['public', 'take.part'])
  expect(through(key('guest', [...PERMISSIONS]))).toEqual(['public'])
  for (const closed of ['shop.keys', 'shop.install', 'studio.enter'] as const)
    expect(SCOPES).not.toContain(closed)
  expect(through(key('owner', SCOPES))).not.toContain('shop.keys')
})
