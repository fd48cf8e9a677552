// Who people are in a shop, how they sign in, and what they may do.
export { actorKey, isStaff, ROLES, systemActor, type Actor, type Role } from './actor.ts'
export { can, PERMISSIONS, type Permission } from './permissions.ts'
export { identify } from './identify.ts'
