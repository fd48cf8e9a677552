// Measures what the README says: `npm run bench`, all or some by name, with --json or --markdown.
import { build } from '../bin/build.js'
import { describeMachine } from './machine.ts'
import { markdown, plain, type Results } from './print.ts'

build()
const { benchmarks } = await import('./benchmarks.ts') // after the build: it compiles the messages they import

const words = process.argv.slice(2)
const options = words.filter((word) => word.startsWith('--'))
const names = words.filter((word) => !word.startsWith('--'))
const unknown = [
  ...names.filter((name) => !benchmarks[name]),
  ...options.filter((option) => !['--json', '--markdown'].includes(option))
]
if (unknown.length) {
  console.error(
    `There is no ${unknown.join(', ')}. Use: ${Object.keys(benchmarks).join(' ')} --json --markdown`
  )
  process.exit(2)
}

const results: Results = {}
const failed: Record<string, string> = {}
for (const [name, run] of Object.entries(benchmarks)) {
  if (names.length && !names.includes(name)) continue
  process.stderr.write(`${name} … `)
  const from = performance.now()
  try {
    results[name] = await run()
  } catch (error) {
    failed[name] = error instanceof Error ? error.message : String(error)
  }
  const seconds = ((performance.now() - from) / 1_000).toFixed(1)
  process.stderr.write(`${failed[name] ?? `${seconds} s`}\n`)
}

const machine = describeMachine()
if (options.includes('--json')) console.log(JSON.stringify({ machine, figures: results, failed }))
else console.log(options.includes('--markdown') ? markdown(machine, results) : plain(machine, results))
process.exitCode = Object.keys(failed).length ? 1 : 0
