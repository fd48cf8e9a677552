/** What keeps this machine from answering: nothing the asker did wrong, no bug of ours, and likely to pass. */
export type Trouble = {
  status: 503 | 507
  code: 'database_unreachable' | 'storage_unreachable' | 'storage_full'
}

const UNREACHABLE: Trouble = { status: 503, code: 'database_unreachable' }
const STORE_UNREACHABLE: Trouble = { status: 503, code: 'storage_unreachable' }
const FULL: Trouble = { status: 507, code: 'storage_full' }

// PostgreSQL ends, starts, recovers, or has no connection left (class 08, 57P01–57P03, 53300); it has no room (53100).
const SQLSTATE_AWAY = /^(08...|57P0[1-3]|53300)$/
const SQLSTATE_FULL = '53100'
const NO_ROOM = ['ENOSPC', 'EDQUOT', SQLSTATE_FULL]
const NO_CONNECTION = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']

// The driver has no codes for these.
const DRIVER_AWAY =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** The trouble behind an error, if it is one; everything else is a bug and is answered as such. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof Error)) return undefined
  const { code = '', syscall } = error as NodeJS.ErrnoException
  if (NO_ROOM.includes(code)) return FULL
  if (error.name === 'FileStoreFailed') return STORE_UNREACHABLE
  // The socket of a PostgreSQL on this machine is a file that is not there while it is down.
  const isSocketGone = code === 'ENOENT' && syscall === 'connect'
  if (isSocketGone || NO_CONNECTION.includes(code) || SQLSTATE_AWAY.test(code)) return UNREACHABLE
  return DRIVER_AWAY.test(error.message) ? UNREACHABLE : undefined
}
