/** PostgreSQL's own settings, by its own names. */
export type Settings = Readonly<Record<string, string | number>>

/**
 * A small shop's server: nothing acknowledged is ever lost, inserts stay fast, and an idle one is modest.
 * - `wal_level=minimal` (no replicas here, so none may be promised): less is written, and bulk loads skip the log.
 * - `min_wal_size`: spent log segments are kept for reuse, since inserting into fresh ones runs at half the rate.
 * - `io_method=sync`, no replication launcher: four processes fewer, while the files sit in the system's cache.
 * - `autovacuum_naptime`: a young shop's tables are looked at within seconds. Until they were once, statements are planned
 *   as if they were empty, and an order then reads all orders there are.
 * - The log keeps what the operator must know. Refused statements are the application's to report, and their
 *   values, which may be personal, never reach it.
 */
export const durable: Settings = {
  listen_addresses: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'minimal',
  max_wal_senders: 0,
  min_wal_size: '1GB',
  max_wal_size: '2GB',
  checkpoint_timeout: '10min',
  max_connections: 60,
  shared_buffers: '96MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  random_page_cost: 1.1,
  jit: 'off',
  io_method: 'sync',
  max_logical_replication_workers: 0,
  autovacuum_max_workers: 2,
  autovacuum_naptime: '10s',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_line_prefix: '',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off'
}

/** A test's server: gone with the test, so it waits for no disk. */
export const throwaway: Settings = {
  ...durable,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 200,
  autovacuum: 'off'
}

/** As arguments to `postgres`; there they outrank the configuration files, which are never edited. */
export function asArguments(settings: Settings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
