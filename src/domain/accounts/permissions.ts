import type { Actor } from './actor.ts'

/** Everything someone may be allowed to do. Each route names exactly one of these. */
export const PERMISSIONS = [
  'public',
  'shop.install',
  'take.part',
  'own.account',
  'studio.enter',
  'results.read',
  'posts.write',
  'posts.publish',
  'campaigns.write',
  'comments.moderate',
  'links.write',
  'coupons.write',
  'feeds.write',
  'products.read',
  'products.write',
  'products.import',
  'orders.read',
  'orders.fulfil',
  'orders.pay',
  'orders.refund',
  'till.use',
  'people.read',
  'people.roles',
  'people.export',
  'people.erase',
  'shop.privacy',
  'shop.settings',
  'shop.export',
  'shop.keys',
  'shop.webhooks'
] as const
export type Permission = (typeof PERMISSIONS)[number]

const EVERYONE: Permission[] = ['public']
const MEMBER: Permission[] = [...EVERYONE, 'take.part', 'own.account']
const STAFF: Permission[] = [...MEMBER, 'studio.enter', 'products.read']

const GRANTS: Record<Actor['role'], ReadonlySet<Permission>> = {
  guest: new Set(EVERYONE),
  member: new Set(MEMBER),
  clerk: new Set([...STAFF, 'orders.read', 'orders.fulfil', 'orders.pay', 'till.use']),
  moderator: new Set([...STAFF, 'comments.moderate', 'people.read']),
  marketer: new Set([
    ...STAFF,
    'results.read',
    'posts.write',
    'posts.publish',
    'campaigns.write',
    'comments.moderate',
    'links.write',
    'coupons.write',
    'feeds.write',
    'products.write',
    'products.import',
    'orders.read',
    'people.read'
  ]),
  owner: new Set(PERMISSIONS.filter((permission) => permission !== 'shop.install')),
  system: new Set(PERMISSIONS)
}

/** What no key may be given: the pages' own doors, and the making of keys. */
const KEYLESS = ['public', 'shop.install', 'studio.enter', 'till.use', 'shop.keys'] as const

export type Scope = Exclude<Permission, (typeof KEYLESS)[number]>

/** What a key may be allowed to do: its scopes are some of these. */
export const SCOPES = PERMISSIONS.filter(
  (permission): permission is Scope => !(KEYLESS as readonly Permission[]).includes(permission)
)

/** Whether this actor may do this, in the actor's own shop. A key may do what its maker may, and only what it names. */
export const can = (actor: Actor, permission: Permission): boolean =>
  GRANTS[actor.role].has(permission) &&
  (!actor.key || permission === 'public' || actor.key.scopes.includes(permission))
