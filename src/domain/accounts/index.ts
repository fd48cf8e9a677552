// Who is asking, in this shop, and what they may do.
export { actorKey, isStaff, ROLES, systemActor, type Actor, type Role } from './actor.ts'
export { enter, type Entered } from './enter.ts'
export { findMemberOf, identify } from './identify.ts'
export { can, PERMISSIONS, SCOPES, type Permission, type Scope } from './permissions.ts'
export { sweepAccounts } from './sweep-accounts.ts'
