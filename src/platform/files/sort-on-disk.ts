import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Line = { major: number; minor: number; text: string }

/** Values that are put in any order and come back by their two numbers, however many there are. */
export type DiskSort<T> = {
  add(major: number, minor: number, value: T): Promise<void>
  sorted(): AsyncGenerator<{ major: number; value: T }>
  drop(): Promise<void>
}

/**
 * Sorts what does not fit in memory: runs of about `runChars` characters are sorted and laid down in a folder of their
 * own, then merged. Values must survive JSON. At most one run, or a piece of every run, is in memory.
 */
export function sortOnDisk<T>(runChars = 8_388_608): DiskSort<T> {
  let folder: string | undefined
  const runs: string[] = []
  let lines: Line[] = []
  let chars = 0

  async function add(major: number, minor: number, value: T): Promise<void> {
    const text = JSON.stringify(value)
    lines.push({ major, minor, text })
    chars += text.length
    if (chars > runChars) await layDown()
  }

  async function layDown(): Promise<void> {
    folder ??= await mkdtemp(join(tmpdir(), 'torilla-sort-'))
    const path = join(folder, String(runs.length))
    lines.sort(byPlace)
    const text = lines.map((line) => `${line.major} ${line.minor} ${line.text}\n`).join('')
    await writeFile(path, text, { flag: 'wx', mode: 0o600 })
    runs.push(path)
    lines = []
    chars = 0
  }

  async function* sorted(): AsyncGenerator<{ major: number; value: T }> {
    const rest = lines.sort(byPlace)
    const cursors = [inMemory(rest), ...runs.map(onDisk)]
    for (const cursor of cursors) await cursor.fill()
    for (;;) {
      const first = leastOf(cursors)
      const line = first?.head()
      if (!first || !line) return
      yield { major: line.major, value: JSON.parse(line.text) as T }
      if (first.pass()) await first.fill()
    }
  }

  return {
    add,
    sorted,
    drop: async () => void (folder && (await rm(folder, { recursive: true, force: true })))
  }
}

/** `pass` answers whether nothing is left of what was filled in. */
type Cursor = { head(): Line | undefined; pass(): boolean; fill(): Promise<void> }

function inMemory(lines: Line[]): Cursor {
  let at = 0
  return { head: () => lines[at], pass: () => (at++, false), fill: async () => {} }
}

function onDisk(path: string): Cursor {
  const chunks = createReadStream(path, { encoding: 'utf8' })[Symbol.asyncIterator]()
  let lines: string[] = []
  let at = 0
  let rest = ''
  let line: Line | undefined
  async function fill(): Promise<void> {
    lines = []
    at = 0
    while (lines.length === 0) {
      const next = await chunks.next()
      if (next.done) break
      const pieces = (rest + String(next.value)).split('\n')
      rest = pieces.pop() ?? ''
      lines = pieces
    }
    line = lines[0] === undefined ? undefined : parse(lines[0])
  }
  function pass(): boolean {
    const text = lines[++at]
    line = text === undefined ? undefined : parse(text)
    return text === undefined
  }
  return { head: () => line, pass, fill }
}

function leastOf(cursors: readonly Cursor[]): Cursor | undefined {
  let least: Cursor | undefined
  for (const cursor of cursors) {
    const head = cursor.head()
    if (head && (!least || byPlace(head, least.head()!) < 0)) least = cursor
  }
  return least
}

function parse(text: string): Line {
  const one = text.indexOf(' ')
  const two = text.indexOf(' ', one + 1)
  return {
    major: Number(text.slice(0, one)),
    minor: Number(text.slice(one + 1, two)),
    text: text.slice(two + 1)
  }
}

const byPlace = (a: Line, b: Line): number => a.major - b.major || a.minor - b.minor
