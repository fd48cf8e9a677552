import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A body turned out longer than the caller takes; nothing of it is left on the disk. */
export class BodyTooLong extends Error {
  readonly limit: number
  constructor(limit: number) {
    super(`The body is longer than ${limit} bytes`)
    this.name = 'BodyTooLong'
    this.limit = limit
  }
}

/** Lays a stream down in a file for as long as `work` runs, so that a large body never sits in memory. */
export async function inTemporaryFile<T>(
  body: Readable,
  limit: number,
  work: (path: string) => Promise<T>
): Promise<T> {
  const path = join(tmpdir(), `torilla-${randomUUID()}.part`)
  const measured = async function* (chunks: AsyncIterable<Buffer>) {
    let size = 0
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > limit) throw new BodyTooLong(limit)
      yield chunk
    }
  }
  try {
    await pipeline(body, measured, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return await work(path)
  } finally {
    await rm(path, { force: true })
  }
}
