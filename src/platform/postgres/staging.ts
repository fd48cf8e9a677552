import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { canReach } from './account.ts'
import type { Account } from './account.ts'
import { binariesIn, hydrate } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { PostgresUnavailable, codeOf } from './errors.ts'

const shared = '/var/cache/torilla'

/**
 * Binaries the account can run: those installed, made whole if need be; otherwise a copy (60 MB, once per
 * version). A copy is needed when root's packages lie where the account may not go, as npx keeps them in /root,
 * or when the package folder is incomplete and read-only. It lies in the data folder, or in /var/cache where the
 * account cannot reach that either. Throws PostgresUnavailable when there is no place for it.
 */
export function runnableBinaries(found: Binaries, folder: string, account: Account | undefined): Binaries {
  const whole = hydrate(found.root)
  if (whole && canRun(found, account)) return found
  const place = canReach(join(folder, 'bin'), account) ? folder : shared
  try {
    return stage(found, place)
  } catch (error) {
    const problem = whole
      ? `cannot be run by user ${account?.uid}`
      : 'lacks its library links, and cannot be written to'
    throw new PostgresUnavailable(
      `The PostgreSQL in ${found.root} ${problem}, and it cannot be copied to ${place} (${codeOf(error) ?? error}). ` +
        'Let the install scripts of the package run (npm rebuild), or make one of the two folders writable.',
      { cause: error }
    )
  }
}

function stage(found: Binaries, place: string): Binaries {
  const name = `postgres-${found.version}`
  const staged = binariesIn(join(place, name), found.version)
  mkdirSync(place, { recursive: true, mode: 0o755 })
  if (!existsSync(staged.root)) copyWhole(found.root, staged.root)
  for (const other of readdirSync(place)) {
    if (place !== shared && /^postgres-\d/.test(other) && other !== name)
      rmSync(join(place, other), { recursive: true })
  }
  return staged
}

/** Copies beside the destination and then renames, so that a half-made copy is never used. */
function copyWhole(from: string, to: string): void {
  const draft = `${to}.${randomUUID()}`
  try {
    cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
    hydrate(draft)
    openToAll(draft)
    renameSync(draft, to)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}

/** Readable by everyone and writable by us alone, whatever umask npm ran under. */
function openToAll(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) openToAll(child)
    else if (entry.isFile()) chmodSync(child, statSync(child).mode & 0o100 ? 0o755 : 0o644)
  }
  chmodSync(path, 0o755)
}

function canRun(binaries: Binaries, account: Account | undefined): boolean {
  const needed = [binaries.postgres, join(binaries.root, 'lib'), join(binaries.root, 'share', 'postgresql')]
  return (
    !account || needed.every((path) => canReach(path, account) && (statSync(path).mode & 0o005) === 0o005)
  )
}
