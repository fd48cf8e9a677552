import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const module = JSON.stringify(join(import.meta.dirname, '../bin/in-turn.js'))
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'in-turn-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A process that notes when it begins and when it ends its work. */
const worker = (lock: string, book: string, milliseconds: number) => [
  '--input-type=module',
  '-e',
  `import { inTurn } from ${module}
   import { appendFileSync } from 'node:fs'
   inTurn(${JSON.stringify(lock)}, () => {
     appendFileSync(${JSON.stringify(book)}, 'begin ')
     Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${milliseconds})
     appendFileSync(${JSON.stringify(book)}, 'end ')
   })`
]
const run = promisify(execFile)

test('processes that want the same work do it one after the other', async () => {
  const [lock, book] = [join(folder, 'one'), join(folder, 'one.txt')]
  await Promise.all([1, 2, 3].map(() => run(process.execPath, worker(lock, book, 150))))
  expect(await readFile(book, 'utf8')).toBe('begin end '.repeat(3))
})

test('one that was killed over its work keeps nobody waiting', async () => {
  const [lock, book] = [join(folder, 'two'), join(folder, 'two.txt')]
  await writeFile(book, '')
  const dies = spawn(process.execPath, worker(lock, book, 60_000))
  const gone = new Promise((resolve) => dies.on('exit', resolve))
  while (!(await readFile(book, 'utf8'))) await new Promise((resolve) => setTimeout(resolve, 20))
  dies.kill('SIGKILL')
  await gone
  await run(process.execPath, worker(lock, book, 1))
  expect(await readFile(book, 'utf8')).toBe('begin begin end ')
})

test('many that find the file of a dead process still take turns', async () => {
  const [lock, book] = [join(folder, 'three'), join(folder, 'three.txt')]
  const dead = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => dead.on('exit', resolve))
  await writeFile(lock, `${dead.pid}`)
  await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, worker(lock, book, 60))))
  expect(await readFile(book, 'utf8')).toBe('begin end '.repeat(4))
  expect(await readdir(folder)).toEqual(expect.not.arrayContaining([expect.stringMatching(/^three(\.\d|$)/)]))
})
