import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ArchiveEntry } from '#platform/archive/index.ts'
import type { Files } from '#platform/files/index.ts'

const SMALL = 1 << 20
const AT_ONCE = 8

/** Puts files into the store: small ones several at once, since each waits for the disk or the network. */
export function fileLoader(files: Files) {
  const busy = new Set<Promise<void>>()
  let failure: unknown
  const loaded = { count: 0, bytes: 0 }

  function begin(work: Promise<void>): void {
    const task: Promise<void> = work
      .catch((error: unknown) => void (failure ??= error))
      .finally(() => busy.delete(task))
    busy.add(task)
  }

  return {
    async add(key: string, { size, body }: ArchiveEntry): Promise<void> {
      if (failure) throw failure
      loaded.count++
      loaded.bytes += size
      if (size > SMALL) return files.put(key, Readable.from(body, { objectMode: false }))
      const bytes = await buffer(Readable.from(body))
      while (busy.size >= AT_ONCE) await Promise.race(busy)
      begin(files.put(key, bytes))
    },
    async end(): Promise<void> {
      await Promise.all(busy)
      if (failure) throw failure
    },
    loaded
  }
}
