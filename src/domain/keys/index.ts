// Keys of programs: each acts for the member who made it, at one shop, and only within its scopes.
export { findKeyActor } from './find-key-actor.ts'
export { makeKey, type MadeKey } from './make-key.ts'
export { listKeys, type KeyListed } from './queries.ts'
export { revokeKey } from './revoke-key.ts'
export { KEY_DAYS, type KeyInput } from './schema.ts'
