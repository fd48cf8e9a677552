import type { BackupFlaw, MakeRefusal, RestoreRefusal } from '#domain/backups/index.ts'
import type { Outcome } from '#platform/outcome.ts'

/** A sentence for the terminal; 2 means that the words given make no sense, 1 that it could not be done. */
export class Said extends Error {
  readonly code: number
  constructor(message: string, code = 1) {
    super(message)
    this.code = code
  }
}

type Refusal = MakeRefusal | BackupFlaw | RestoreRefusal

const SENTENCES: Record<Refusal, string> = {
  file_exists: '{path} is there already. Name another file: a backup is never written over.',
  no_shop_here: 'There is no shop here yet, so there is nothing to back up.',
  disk_full: 'The disk is full: {path} could not be written, and nothing of it was kept.',
  not_allowed_there: '{path} may not be used by this user. Change its owner, or name another file.',
  no_such_place: '{path} cannot be found.',
  not_a_backup: '{path} is no backup of Torilla.',
  backup_not_whole: '{path} breaks off before its end. Copy it again, or take an older one.',
  backup_changed: '{path} is damaged: what is in it is not what was written. Take another one.',
  backup_newer_format:
    '{path} was written by a newer Torilla in a way this one cannot read. Install the newer one.',
  backup_newer_build:
    '{path} was written by Torilla {version}, which is newer than this one. Install that or a newer one.',
  backup_other_build:
    '{path} was written by a Torilla {version} whose tables were made differently. Restore it with that one.',
  database_not_empty:
    'The database is not empty. A restore goes into an empty one: name another data folder or database, ' +
    'or add --replace, which sets the data folder’s present contents aside.',
  files_not_empty: 'There are files already. A restore goes into an empty folder or bucket.'
}

/** The value, or the refusal in words. */
export function must<T>(outcome: Outcome<T, Refusal>, path: string): T {
  if (outcome.ok) return outcome.value
  const detail: Record<string, string | number> = { path, ...outcome.detail }
  throw new Said(
    SENTENCES[outcome.refusal as Refusal].replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name]))
  )
}

export const size = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.ceil(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${(bytes / 1e6).toFixed(1)} MB`
      : `${(bytes / 1e9).toFixed(2)} GB`

export const total = (rows: Record<string, number>): number =>
  Object.values(rows).reduce((sum, n) => sum + n, 0)
