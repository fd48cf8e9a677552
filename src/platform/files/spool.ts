import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A body that can be sent twice, with what a signature needs to know of it. */
export type Spooled = { body: Blob; sha256: string; drop: () => Promise<void> }

/**
 * S3 wants the length and hash ahead of the bytes, and a retry wants the bytes again: a stream is therefore laid
 * down in a temporary file first, never in memory.
 */
export async function spool(body: Buffer | Readable): Promise<Spooled> {
  const hash = createHash('sha256')
  if (Buffer.isBuffer(body)) {
    const blob = new Blob([new Uint8Array(body)])
    return { body: blob, sha256: hash.update(body).digest('hex'), drop: async () => {} }
  }
  const path = join(tmpdir(), `torilla-${randomUUID()}.part`)
  const drop = () => rm(path, { force: true })
  const hashed = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(body, hashed, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return { body: await openAsBlob(path), sha256: hash.digest('hex'), drop }
  } catch (error) {
    await drop()
    throw error
  }
}
