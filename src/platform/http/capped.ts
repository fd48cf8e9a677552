import { Readable } from 'node:stream'

/**
 * A body that ends in an error once it is longer than `limit` bytes, or when its source fails; `reason` makes that
 * error, without a cause when the body was too long.
 */
export function capped(source: Readable, limit: number, reason: (cause?: unknown) => Error): Readable {
  async function* read() {
    let size = 0
    try {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > limit) break
        yield chunk
      }
    } catch (cause) {
      throw reason(cause)
    } finally {
      source.destroy()
    }
    if (size > limit) throw reason()
  }
  return Readable.from(read(), { objectMode: false })
}
