#!/usr/bin/env node
// Starts Torilla: `torilla start` for real use, `torilla demo` for the demo market, `torilla backup` and `torilla restore`
// for what is in it. Plain JavaScript that any Node can read, because its first duty is to find a Node that is new enough.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeFlags } from './node-flags.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const [verb = 'start', ...rest] = process.argv.slice(2)

const TOOLS = ['backup', 'restore', 'erasures']

if (!['start', 'demo', ...TOOLS].includes(verb) || (rest.length && !TOOLS.includes(verb))) {
  console.error(
    `Use: torilla start            a shop of your own, in the folder ./data
     torilla demo             the demo market
     torilla backup [FILE]    everything in one file, also while it runs
     torilla restore FILE     back from that file, into an empty place
     torilla erasures FILE    who was erased, by number, for the restore of an older backup`
  )
  process.exit(2)
}

const node = findNode()
if (existsSync(join(root, 'src'))) await build(node)
run(node)

function findNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 17)) return process.execPath
  try {
    const folder = dirname(require.resolve(`node-${process.platform}-${process.arch}/package.json`))
    return join(folder, 'bin', 'node')
  } catch {
    console.error(
      `Torilla needs Node 22.17 or newer; this is ${process.versions.node}. Install it from nodejs.org.`
    )
    process.exit(1)
  }
}

async function build(node) {
  const script = join(root, 'bin', 'build.js')
  const child = spawn(node, [script], { cwd: root, stdio: 'inherit' })
  const code = await new Promise((resolve) => child.on('exit', resolve))
  if (code !== 0) process.exit(code ?? 1)
}

function run(node) {
  const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' }
  if (verb === 'demo') {
    env.TORILLA_DEMO = '1'
    env.DATA_DIR ??= 'data/demo'
  }
  const main = join(root, 'build', 'server', TOOLS.includes(verb) ? 'cli.js' : 'main.js')
  const words = TOOLS.includes(verb) ? [verb, ...rest] : []
  const child = spawn(node, [...nodeFlags, main, ...words], { env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)))
}
