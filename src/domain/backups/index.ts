// One file that holds the whole installation, and the way back from it: whole or not at all, in either direction.
export { checkBackup, type BackupFlaw, type CheckedBackup } from './check-backup.ts'
export { FORMAT, type Manifest, type Totals } from './manifest.ts'
export { makeBackup, type MadeBackup, type MakeRefusal } from './make-backup.ts'
export { restoreBackup, type RestoreRefusal } from './restore-backup.ts'
export { planMigrations } from './plan-migrations.ts'
export { backUpWhenDue } from './back-up-when-due.ts'
export { problemText } from './failure-letter.ts'
export { findBackupState, type BackupState } from './queries.ts'
