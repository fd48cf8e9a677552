// The one PostgreSQL dialect we speak: pool, migrations, transactions, generated table types.
export { connect, type Database, type Db } from './connect.ts'
export { withNext } from './gather.ts'
export { keep } from './keep.ts'
export { migrate } from './migrate.ts'
export { reachDatabase } from './reach.ts'
export { transact, type Tx } from './transact.ts'
export type { DB } from './schema.ts'
export { openPulse, type Pulse } from './pulse.ts'
