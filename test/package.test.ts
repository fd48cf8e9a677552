import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 })

type Manifest = {
  files: string[]
  dependencies: Names
  optionalDependencies: Names
}
type Names = Record<string, string>
type Locked = {
  dependencies?: Names
  optionalDependencies?: Names
  peerDependencies?: Names
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

const root = join(import.meta.dirname, '..')
const json = <T>(path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as T
const manifest = json<Manifest>('package.json')

test('the package holds what runs, its licence and its page, and nothing else', () => {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const [packed] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' })) as [
    { files: { path: string; size: number }[] }
  ]
  const paths = packed.files.map(({ path }) => path)
  const expected =
    /^(bin\/(torilla|node-flags)\.js|build\/.+|migrations\/.+\.sql|package\.json|LICENSE|README\.md)$/
  expect(paths.filter((path) => !expected.test(path))).toEqual([])
  for (const path of [
    'bin/torilla.js',
    'bin/node-flags.js',
    'build/server/main.js',
    'build/server/cli.js',
    'build/handler.js',
    'LICENSE',
    'README.md'
  ]) {
    expect(paths).toContain(path)
  }
  expect(paths.filter((path) => path.endsWith('.sql'))).toHaveLength(
    globSync('migrations/*.sql', { cwd: root }).length
  )
})

test('everything the built server imports is installed with it', () => {
  const wanted = new Set<string>()
  for (const path of globSync('build/{*.js,server/**/*.js}', { cwd: root })) {
    for (const specifier of importsOf(parseAst(readFileSync(join(root, path), 'utf8')))) {
      if (/^@?[a-z]/.test(specifier) && !isBuiltin(specifier)) wanted.add(packageOf(specifier))
    }
  }
  const installed = { ...manifest.dependencies, ...manifest.optionalDependencies }
  wanted.delete('@opentelemetry/api') // Kit asks for it only where tracing is turned on, which it is not
  expect([...wanted].filter((name) => !installed[name]).sort()).toEqual([])
  expect(wanted.size).toBeGreaterThan(10)
})

type Node = { type: string; source?: Node; callee?: Node; arguments?: Node[]; name?: string; value?: unknown }

/** What a program imports, at its head or on the way, and what it requires. */
function* importsOf(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const child of node) yield* importsOf(child)
  if (!isNode(node)) return
  const { source, callee, arguments: given } = node
  const named = callee?.name?.includes('require') ? given?.[0] : source
  if (typeof named?.value === 'string') yield named.value
  for (const child of Object.values(node)) yield* importsOf(child)
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const FREE =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|PostgreSQL|CC0-1\.0|Unlicense)$/

/** A library of its own that sharp loads and anyone may exchange, which is all that its licence asks for. */
const EXCHANGEABLE = /^node_modules\/@img\/sharp-libvips-/

test('what is installed with us is free to use and to pass on', () => {
  const wrong: string[] = []
  const installed = [...productionTree()].filter((path) => existsSync(join(root, path, 'package.json')))
  for (const path of installed) {
    const licence = licenceOf(path)
    const allowed = EXCHANGEABLE.test(path) ? licence === 'LGPL-3.0-or-later' : isFree(licence)
    if (!allowed) wrong.push(`${path}: ${licence}`)
  }
  expect(wrong).toEqual([])
  expect(installed.length).toBeGreaterThan(50)
})

/** Where everything lies that `npm install torilla` brings, by the lock file; peers only where they are needed. */
function productionTree(): Set<string> {
  const { packages } = json<{ packages: Record<string, Locked> }>('package-lock.json')
  const found = new Set<string>()
  const add = (from: string, name: string): void => {
    const path = `${from ? `${from}/` : ''}node_modules/${name}`
    if (!packages[path])
      return from ? add(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name) : undefined
    if (found.has(path)) return
    found.add(path)
    follow(path)
  }
  const follow = (path: string): void => {
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = packages[path]!
    const needed = Object.keys(peerDependencies ?? {}).filter(
      (name) => !peerDependenciesMeta?.[name]?.optional
    )
    for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...needed])
      add(path, name)
  }
  follow('')
  return found
}

const licenceOf = (path: string): string => {
  const { license } = json<{ license?: string | { type: string } }>(`${path}/package.json`)
  return typeof license === 'string' ? license : (license?.type ?? 'none')
}

/** One of "A OR B" must be free, all of "A AND B". */
const isFree = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => FREE.test(one)))
