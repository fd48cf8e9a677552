/** The PostgreSQL that ships with us: started, supervised and stopped with our process, one process per data folder. */
export { DataFolderInUse, PostgresUnavailable } from './errors.ts'
export { isClaimed } from './lock.ts'
export type { Log } from './log.ts'
export { runningPostgres } from './running.ts'
export type { Settings } from './settings.ts'
export { startPostgres } from './start.ts'
export type { Postgres, StartOptions } from './start.ts'
export { temporaryPostgres } from './temporary.ts'
