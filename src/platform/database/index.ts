// The one PostgreSQL dialect we speak: pool, migrations, transactions, generated table types.
export { beforeWork } from './before-work.ts'
export { connect, type Database, type Db } from './connect.ts'
export { copyIn, copyOut, plainText, quoted } from './copy.ts'
export { withNext } from './gather.ts'
export { keep } from './keep.ts'
export {
  applyMigration,
  lockMigrations,
  makeMigrationsTable,
  migrate,
  type Migration,
  readMigrations,
  whileUnchanged
} from './migrate.ts'
export { onlyIf } from './only-if.ts'
export { reachDatabase } from './reach.ts'
export { rowState, type Watched } from './row-state.ts'
export { inSession, type Session } from './session.ts'
export { transact, type Tx } from './transact.ts'
export type { DB } from './schema.ts'
export { openPulse, type Pulse } from './pulse.ts'
export { isUnfinished, UNFINISHED } from './unfinished.ts'
