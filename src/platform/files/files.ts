import type { Readable } from 'node:stream'

/** A stored file, opened for reading once; the caller must consume or destroy `stream`. `size` is in bytes. */
export type OpenFile = { stream: Readable; size: number; contentType?: string; etag?: string }

/**
 * The one contract both stores keep, tested by one suite. Keys look like `photos/ab12/w640.webp`; a key that
 * breaks the rules of key.ts throws FileKeyRefused. A key is never also the folder of another key.
 */
export type Files = {
  /** Stores the whole body or nothing: a reader sees the old file or the new one, never a part. */
  put(key: string, body: Buffer | Readable, options?: { contentType?: string }): Promise<void>
  open(key: string): Promise<OpenFile | undefined>
  /** Removing what is not there is no error, so a repeated job may call it again. */
  remove(key: string): Promise<void>
  exists(key: string): Promise<boolean>
  /** Every key below a folder such as `photos/ab12/` (or `''` for all), in no promised order. */
  list(folder: string): AsyncIterable<string>
}

/** A remote store is unreachable or unwilling, also after retries. `status` is the HTTP status, where there was one. */
export class FileStoreFailed extends Error {
  readonly status: number | undefined
  constructor(message: string, options: { status?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'FileStoreFailed'
    this.status = options.status
  }
}
