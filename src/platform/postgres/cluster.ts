import { randomBytes, randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makePrivate } from './account.ts'
import type { Binaries } from './binaries.ts'
import { PostgresUnavailable, codeOf } from './errors.ts'
import { run } from './run.ts'
import { standIn } from './site.ts'
import type { Site } from './site.ts'

/** The one database role, which owns everything. */
export const role = 'torilla'

const draftPrefix = 'cluster.new-'

/**
 * Creates the cluster on first use. It is made beside its place and renamed there when complete and on disk, so a
 * kill at any moment leaves either a whole cluster or a draft that the next start sweeps away.
 */
export async function ensureCluster(site: Site, binaries: Binaries, onDisk: boolean): Promise<void> {
  await sweepDrafts(site.folder)
  if (existsSync(site.cluster)) return
  const draft = join(site.folder, `${draftPrefix}${randomUUID()}`)
  makePrivate(draft, site.account)
  await initialise(draft, site, binaries, onDisk)
  renameSync(draft, site.cluster)
  if (onDisk) syncFolder(site.folder)
}

/** An initdb that is just being killed may still be adding files. */
async function sweepDrafts(folder: string): Promise<void> {
  for (const name of readdirSync(folder).filter((name) => name.startsWith(draftPrefix))) {
    const draft = join(folder, name)
    for (let attempt = 0; existsSync(draft) && attempt < 40; attempt++) {
      if (attempt > 0) await pause(50)
      rmSync(draft, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

/** The password of the loopback server that stands in for the private socket on Windows. */
export function passwordOf({ folder }: Site): string {
  const file = join(folder, 'password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

async function initialise(draft: string, site: Site, binaries: Binaries, onDisk: boolean): Promise<void> {
  const { name, cwd } = standIn(draft, site)
  const options = ['-D', name, '-U', role, ...access(site), ...(onDisk ? [] : ['--no-sync'])]
  for (const ctype of charactersBy()) {
    const { ok, output } = await runInitdb(
      binaries,
      [...options, ...language, `--lc-ctype=${ctype}`],
      cwd,
      site
    )
    if (ok) return
    if (!output.includes('invalid locale name')) {
      throw new PostgresUnavailable(`The database could not be created in ${site.folder}: ${output.trim()}`)
    }
  }
}

/** Text is UTF-8, sorted and cased by ICU's root rules; each query names its language where that matters. */
const language = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=und', '--locale=C']

/** What the C library calls a letter (trigrams ask it): in UTF-8 where the system knows how. */
const charactersBy = () => (process.platform === 'linux' ? ['C.UTF-8', 'C'] : ['en_US.UTF-8', 'C'])

/** Whoever may enter the socket's folder is let in; the network is not, save by password on Windows. */
function access(site: Site): string[] {
  if (process.platform !== 'win32') return ['--auth-local=trust', '--auth-host=reject']
  passwordOf(site)
  return ['--auth=scram-sha-256', `--pwfile=${join(site.folder, 'password')}`]
}

async function runInitdb(binaries: Binaries, args: string[], cwd: string, { account }: Site) {
  try {
    return await run(binaries.initdb, args, { cwd, account })
  } catch (error) {
    const musl = codeOf(error) === 'ENOENT' && existsSync(binaries.initdb)
    const reason = musl ? 'it needs the GNU C library, which this system (Alpine?) has not' : String(error)
    throw new PostgresUnavailable(`The embedded PostgreSQL does not run here: ${reason}. Set DATABASE_URL.`, {
      cause: error
    })
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
