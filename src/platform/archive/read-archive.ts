import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { createTarDecoder } from 'modern-tar'
import { contentDigest } from './digest.ts'

/** The file is no archive, or not a whole one. */
export class ArchiveBroken extends Error {
  /** It ends too early: what there is of it may be right. */
  readonly cutOff: boolean
  constructor(options?: ErrorOptions) {
    super('The archive is broken', options)
    this.name = 'ArchiveBroken'
    this.cutOff = /truncated/i.test(String((options?.cause as Error | undefined)?.message))
  }
}

export type ArchiveEntry = {
  name: string
  size: number
  /** May be read once, before the next entry is asked for; what is left unread is passed over. */
  body: AsyncIterable<Uint8Array>
  /** The digest of all entries before this one. */
  digestBefore: string
}

/** Reads an archive entry by entry, each as a stream. Throws ArchiveBroken; an error of the disk stays what it is. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 })
  const digest = contentDigest()
  const entries = (Readable.toWeb(file) as ReadableStream<Uint8Array>).pipeThrough(
    createTarDecoder({ strict: true }) as unknown as {
      readable: ReadableStream<{ header: { name: string; size: number }; body: ReadableStream<Uint8Array> }>
      writable: WritableStream<Uint8Array>
    }
  )
  try {
    for await (const { header, body } of entries) {
      const { name, size } = header
      const digestBefore = digest.soFar()
      digest.begin(name, size)
      const bytes = noted(body, digest.add)
      yield { name, size, body: bytes, digestBefore }
      for await (const _ of bytes);
    }
  } catch (error) {
    throw broken(file.errored ?? error)
  } finally {
    file.destroy()
  }
}

/** The bytes, each seen by `note` once, also those nobody asked for. A consumer that stops early does not end it. */
function noted(
  body: ReadableStream<Uint8Array>,
  note: (bytes: Uint8Array) => void
): AsyncIterable<Uint8Array> {
  const reader = body.getReader()
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw broken(error)
    })
    if (value) note(value)
    return done ? { done, value: undefined } : { done: false, value: value! }
  }
  return { [Symbol.asyncIterator]: () => ({ next }) }
}

/** An error with a code comes from the system: a file that is missing, a disk that cannot be read. */
function broken(error: unknown): unknown {
  if (error instanceof ArchiveBroken) return error
  const { code, syscall } = error as NodeJS.ErrnoException
  return code && syscall ? error : new ArchiveBroken({ cause: error })
}
