import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { addressFor, readUrl, send, type SafeFetchOptions } from './safe-fetch.ts'

/** `body` is the beginning of what was answered, at most `keepBytes` of it. */
export type PostAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

type SafePostOptions = Omit<SafeFetchOptions, 'maxBytes'> & { keepBytes: number; timeoutMs: number }

/**
 * Posts to an address that a stranger wrote, under the same guard as `safeFetch`. No redirect is followed: it is the
 * answer. Of a body only the beginning is read, however long it is or pretends to be; one that breaks off or never ends
 * leaves what came of it, since the status has been said. Throws FetchRefused when there is no answer in time.
 */
export async function safePost(
  address: string,
  content: string,
  options: SafePostOptions
): Promise<PostAnswer> {
  const url = readUrl(address, options)
  const bytes = Buffer.from(content)
  const headers = { ...options.headers, 'content-length': String(bytes.length) }
  // Not AbortSignal.timeout: that would hold every request for its whole time, however soon it was answered.
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), options.timeoutMs)
  try {
    const ip = await addressFor(url, options)
    const sending = { ...options, headers, method: 'POST', content: bytes } as const
    const response = await send(url, ip, sending, late.signal)
    const body = await beginning(response, options.keepBytes)
    return { status: response.statusCode ?? 0, headers: response.headers, body }
  } finally {
    clearTimeout(timer)
  }
}

async function beginning(response: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      if ((size += chunk.length) >= limit) break
    }
  } catch {
    // Broken off, or too slow: what came is enough.
  } finally {
    response.destroy()
  }
  return Buffer.concat(chunks).subarray(0, limit)
}
