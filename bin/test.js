#!/usr/bin/env node
// The README's test command: compiles the messages, builds once, finds a browser, and runs every test.
// Arguments go to vitest: `npm test -- src/domain/carts`. With TEST_DATABASE_URL the suite runs on that server instead.
import { spawnSync } from 'node:child_process'
import { ensureChromium } from './chromium.js'

const rest = process.argv.slice(2)
const env = { ...process.env, NODE_ENV: 'test' }

run('node', ['bin/messages.js'])
run('svelte-kit', ['sync'])
if (rest.length === 0 || rest.some((argument) => argument.includes('test/'))) {
  run('node', ['bin/build.js'])
  env.CHROMIUM = ensureChromium()
  if (!env.CHROMIUM) {
    console.error('The browser journeys need Chromium: install it, or set CHROMIUM to its path.')
    process.exit(1)
  }
}
run('vitest', ['run', ...rest])

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env })
  if (status !== 0) process.exit(status ?? 1)
}
