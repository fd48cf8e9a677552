import { randomUUID } from 'node:crypto'
import { mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { agreedType, contentTypeOf } from './content-type.ts'
import type { Files, OpenFile } from './files.ts'
import { safeFolder, safeKey } from './key.ts'

// A key's names never start with a dot, so nothing stored can be taken for a part, or listed as one.
const parts = '.parts'

const absent = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

const unlessAbsent = (error: unknown): undefined => {
  if (!absent(error)) throw error
}

/** Windows cannot open a folder to flush it; there the rename is as durable as the system makes it. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** A new name is only safe once its folder is flushed; so is a new folder, up to the one that was there before. */
async function flushUpTo(folder: string, top: string): Promise<void> {
  await flushFolder(folder)
  if (folder !== top) await flushUpTo(dirname(folder), top)
}

async function writePart(part: string, body: Buffer | Readable): Promise<void> {
  const handle = await open(part, 'wx', 0o640)
  try {
    await handle.writeFile(body)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function putFile(root: string, key: string, body: Buffer | Readable): Promise<void> {
  const target = join(root, safeKey(key))
  const part = join(root, parts, randomUUID())
  await mkdir(join(root, parts), { recursive: true })
  const made = await mkdir(dirname(target), { recursive: true })
  try {
    await writePart(part, body)
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  await flushUpTo(dirname(target), made ? dirname(made) : dirname(target))
}

async function openFile(root: string, key: string): Promise<OpenFile | undefined> {
  const handle = await open(join(root, safeKey(key)), 'r').catch(unlessAbsent)
  if (!handle) return undefined
  const stats = await handle.stat()
  if (!stats.isFile()) {
    await handle.close()
    return undefined
  }
  const { size, ino, mtimeMs } = stats
  const etag = `"${[size, ino, Math.round(mtimeMs)].map((n) => n.toString(36)).join('-')}"`
  return { stream: handle.createReadStream(), size, contentType: contentTypeOf(key), etag }
}

async function removeFile(root: string, key: string): Promise<void> {
  const path = join(root, safeKey(key))
  const stats = await stat(path).catch(unlessAbsent)
  if (stats?.isFile()) await rm(path, { force: true })
}

async function* listFiles(root: string, folder: string): AsyncGenerator<string> {
  const entries = await opendir(join(root, folder)).catch(unlessAbsent)
  if (!entries) return
  for await (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) yield* listFiles(root, `${folder}${entry.name}/`)
    else if (entry.isFile()) yield `${folder}${entry.name}`
  }
}

/** Files in one folder of this machine, written beside and renamed into place, so a power cut leaves no half file. */
export function localFiles(folder: string): Files {
  const root = resolve(folder)
  return {
    put: async (key, body, options) => {
      agreedType(key, options?.contentType)
      await putFile(root, key, body)
    },
    open: (key) => openFile(root, key),
    remove: (key) => removeFile(root, key),
    exists: async (key) => (await stat(join(root, safeKey(key))).catch(unlessAbsent))?.isFile() ?? false,
    list: (prefix) => listFiles(root, safeFolder(prefix))
  }
}

/** Deletes what writes interrupted before `before` left behind, and answers how many there were. */
export async function sweepParts(folder: string, before: Date): Promise<number> {
  const names = (await readdir(join(folder, parts)).catch(unlessAbsent)) ?? []
  let swept = 0
  for (const name of names) {
    const part = join(folder, parts, name)
    const stats = await stat(part).catch(unlessAbsent)
    if (!stats || stats.mtime >= before) continue
    await rm(part, { force: true })
    swept++
  }
  return swept
}
