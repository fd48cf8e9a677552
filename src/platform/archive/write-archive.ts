import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join, basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createTarPacker } from 'modern-tar'
import { contentDigest } from './digest.ts'

/** An archive being written. It has its name only once it is whole and on the disk. */
export type Archive = {
  /** `size` is in bytes and must be what `body` yields. */
  add(name: string, size: number, body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>
  /** The digest of everything added so far, for the last entry to carry. */
  digest(): string
  /** Ends the archive and gives it its name; answers its length in bytes. */
  seal(): Promise<number>
  /** Leaves nothing of it behind. */
  abandon(): Promise<void>
}

/** The name beside `path` under which it is written; nobody but us may read it. */
const partOf = (path: string) => join(dirname(path), `.${basename(path)}.part`)

/** Begins an archive at `path`. Memory stays the same however much is added. A failure of the disk is what `add` throws. */
export function openArchive(path: string): Archive {
  const part = partOf(path)
  const { readable, controller } = createTarPacker()
  const source = Readable.fromWeb(readable as ReadableStream)
  const file = createWriteStream(part, { flags: 'w', mode: 0o600, flush: true })
  const written = pipeline(source, file)
  written.catch(() => {})
  const digest = contentDigest()
  /** When the disk fails, the packer only says that it was stopped: the disk knows why. */
  const orWhy = <T>(work: Promise<T>) =>
    work.catch(async (error: unknown) => {
      source.destroy(error as Error)
      await written
      throw error
    })
  return {
    add: (name, size, body) =>
      orWhy(
        (async () => {
          digest.begin(name, size)
          const entry = controller.add({ name, size, type: 'file', mode: 0o600, mtime: new Date(0) })
          const writer = entry.getWriter()
          for await (const bytes of body) {
            digest.add(bytes)
            await writer.write(bytes)
          }
          await writer.close()
        })()
      ),
    digest: digest.soFar,
    async seal() {
      controller.finalize()
      await written
      await rename(part, path)
      await flushFolder(dirname(path))
      return file.bytesWritten
    },
    async abandon() {
      source.destroy()
      await written.catch(() => {})
      await rm(part, { force: true })
    }
  }
}

/** A new name is only safe once its folder is flushed; Windows cannot open one to flush it. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
