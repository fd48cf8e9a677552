import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startFixture, temporaryFolder } from './fixtures/harness.ts'
import { binariesIn, findBinaries, hydrate } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { run } from './run.ts'
import { runnableBinaries } from './staging.ts'

const asRoot = process.getuid?.() === 0
const account = { uid: 65534, gid: 65534 }

/** The installed package as npm unpacks it when its install script may not run. */
function withoutLinks(root: string): Binaries {
  const found = findBinaries()
  const keep = (path: string) => !lstatSync(path).isSymbolicLink()
  cpSync(found.root, root, { recursive: true, filter: keep })
  return binariesIn(root, found.version)
}

const version = (binaries: Binaries, as?: typeof account) =>
  run(binaries.postgres, ['--version'], { cwd: '/', account: as })

test('library links that npm left out are made', async () => {
  const binaries = withoutLinks(join(temporaryFolder(), 'native'))
  const links = () => readdirSync(join(binaries.root, 'lib')).filter((name) => /^libpq\.so(\.5)?$/.test(name))
  expect(links()).toEqual([])
  expect(hydrate(binaries.root)).toBe(true)
  expect(links()).toEqual(['libpq.so', 'libpq.so.5'])
  expect((await version(binaries)).output).toContain('PostgreSQL')
  expect(runnableBinaries(binaries, temporaryFolder(), undefined)).toBe(binaries)
})

test.runIf(asRoot)('packages in a closed folder are copied to where the account may run them', async () => {
  const closed = join(temporaryFolder(), 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const binaries = withoutLinks(join(closed, 'native'))
  chmodSync(join(binaries.root, 'share'), 0o700)
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'postgres-17.1.0'))
  const staged = runnableBinaries(binaries, folder, account)
  expect(staged.root).toBe(join(folder, `postgres-${binaries.version}`))
  expect((await version(staged, account)).output).toContain('PostgreSQL')
  expect(statSync(join(staged.root, 'share')).mode & 0o777).toBe(0o755)
  expect(existsSync(join(folder, 'postgres-17.1.0'))).toBe(false)
  const { ino } = statSync(staged.postgres)
  expect(statSync(runnableBinaries(binaries, folder, account).postgres).ino).toBe(ino)
})

test('an incomplete package that is read-only is copied, or else it says what to do', async () => {
  const { root } = withoutLinks(join(temporaryFolder(), 'native'))
  chmodSync(join(root, 'lib'), 0o555)
  const folder = temporaryFolder()
  const askFor = (place: string) =>
    startFixture('stager', [root, place], asRoot ? { uid: 1, gid: 1 } : {}).answer
  chmodSync(folder, 0o777)
  expect(await askFor(folder)).toEqual({ root: join(folder, 'postgres-18.0.0') })
  rmSync(join(folder, 'postgres-18.0.0'), { recursive: true })
  chmodSync(folder, 0o555)
  const { failed } = await askFor(folder)
  expect(failed).toContain(`${root} lacks its library links, and cannot be written to`)
  expect(failed).toContain(`cannot be copied to ${folder} (EACCES)`)
  expect(failed).toContain('npm rebuild')
})
