/** Another living process owns the data folder; `pid` is that process, as numbered in its own container. */
export class DataFolderInUse extends Error {
  readonly folder: string
  readonly pid: number

  constructor(folder: string, pid: number, holder = 'another Torilla') {
    super(
      `The data folder ${folder} is in use by ${holder} (process ${pid}). ` +
        'Stop that process first, or start this one with another data folder.'
    )
    this.name = 'DataFolderInUse'
    this.folder = folder
    this.pid = pid
  }
}

/** The embedded PostgreSQL cannot run here; the message says why and what to do about it. */
export class PostgresUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PostgresUnavailable'
  }
}

/** The error code of a failed system call, as in `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
