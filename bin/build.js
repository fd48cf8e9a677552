// Builds when the sources have changed since the last build; says nothing when there is nothing to do. What it says
// goes to standard error: whoever builds on the way to something else keeps standard output for that.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inTurn } from './in-turn.js'

const root = join(import.meta.dirname, '..')
const STAMP = join(root, 'build', 'sources.sha256')

export function build() {
  const now = hashSources()
  if (isBuilt(now)) return
  mkdirSync(join(root, '.svelte-kit'), { recursive: true })
  inTurn(join(root, '.svelte-kit', 'building'), () => isBuilt(now) || make(now))
}

const isBuilt = (now) => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now

function make(now) {
  console.error('Building Torilla …')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  // Also when tests ask for it, whose NODE_ENV would make a build for developers, with messages in other files.
  const env = { ...process.env, NODE_ENV: 'production' }
  const options = { cwd: root, env, stdio: ['ignore', 2, 2] }
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], options)
  if (status !== 0) throw new Error('The build failed: what is above says why.')
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(STAMP, now)
}

function hashSources() {
  const hash = createHash('sha256')
  const patterns = ['src/**/*', 'messages/*.json', 'static/**/*', 'vite.config.ts', 'package-lock.json']
  const files = globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(join('src', 'messages')) && !path.endsWith('.test.ts'))
  for (const path of files.sort()) hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}

if (process.argv[1] === import.meta.filename) build()
