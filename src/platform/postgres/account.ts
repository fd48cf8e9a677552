import { chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { PostgresUnavailable } from './errors.ts'

/** The operating system account PostgreSQL runs as, when that is not our own. */
export type Account = { uid: number; gid: number }

/** As this system numbers it: initdb refuses an account the system does not know. */
function nobody(): Account {
  const entry = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : ''
  const [, uid = '65534', gid = '65534'] = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(entry) ?? []
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
}

/**
 * PostgreSQL refuses to run as root, so as root we lend it the account that owns the cluster, or `nobody` for a
 * new one; every other user runs it as themselves (undefined).
 */
export function accountFor(cluster: string): Account | undefined {
  const owner = statSync(cluster, { throwIfNoEntry: false })
  const me = process.getuid?.()
  if (me === undefined) return undefined
  if (me === 0) return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody()
  if (owner && owner.uid !== me) {
    throw new PostgresUnavailable(
      `The database in ${cluster} belongs to user ${owner.uid}, and this process runs as user ${me}. ` +
        `Run as the same user as before (or as root), or change the owner of the folder.`
    )
  }
  return undefined
}

/** Makes a folder only the account may enter; one that exists is handed over as it is. */
export function makePrivate(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
}

/** Whether the account may walk to the path; our own account always may. `path` is real: no symbolic links. */
export function canReach(path: string, account: Account | undefined): boolean {
  if (!account) return true
  const parent = dirname(path)
  return parent === path || (mayEnter(parent, account) && canReach(parent, account))
}

function mayEnter(folder: string, account: Account): boolean {
  const { mode, uid } = statSync(folder)
  return (mode & (uid === account.uid ? 0o100 : 0o001)) !== 0
}
