import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { ApiEnv } from '../env.ts'

type Answer = { body: string; type: string; changedAt: Date | null; maxAge?: number }

/**
 * Answers a document that readers ask for again and again: 304 when they have it. A validator they name is believed
 * before their clock (RFC 9110, 13.1.3).
 */
export function answerFresh(c: Context<ApiEnv>, { body, type, changedAt, maxAge = 300 }: Answer): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers: Record<string, string> = {
    etag,
    'cache-control': `public, max-age=${maxAge}`,
    ...(changedAt && { 'last-modified': changedAt.toUTCString() })
  }
  if (isKnown(c, etag, changedAt)) return c.body(null, 304, headers)
  return c.body(body, 200, { ...headers, 'content-type': type })
}

function isKnown(c: Context<ApiEnv>, etag: string, changedAt: Date | null): boolean {
  const known = c.req.header('if-none-match')
  if (known) return known.split(',').some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//, '')))
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  // A header has whole seconds.
  return changedAt !== null && Math.floor(changedAt.getTime() / 1_000) * 1_000 <= since
}
