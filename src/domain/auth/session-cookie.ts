import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from '#context'
import { authSecret } from './secret.ts'

export const SESSION_SECONDS = 60 * 86_400

/** __Host- makes the browser refuse it from any other host, a sub-domain too; it exists on https only. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-torilla' : 'torilla')

export type SessionCookie = { name: string; value: string; secure: boolean; maxAge: number }

/** A session's cookie: its token, and our signature so that a made-up token costs no query. */
export async function cookieFor(
  ctx: Pick<Context, 'db' | 'ids'>,
  token: string,
  secure: boolean
): Promise<SessionCookie> {
  const value = `${token}.${sign(await authSecret(ctx), token)}`
  return { name: cookieName(secure), value, secure, maxAge: SESSION_SECONDS }
}

/** The cookie that ends it in the browser. */
export const spentCookie = (secure: boolean): SessionCookie => ({
  name: cookieName(secure),
  value: '',
  secure,
  maxAge: 0
})

const sign = (secret: string, token: string) => createHmac('sha256', secret).update(token).digest('base64url')

/** The cookie's value as the request carries it; undefined when there is none. */
export function readCookie(headers: Headers, name: string): string | undefined {
  const all = headers.get('cookie')
  if (!all?.includes(name)) return undefined
  for (const pair of all.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/** The token of a cookie that we signed ourselves; anything else, however long or odd, is no token. */
export function verifiedToken(secret: string, value: string): string | undefined {
  if (value.length > 200) return undefined
  const plain = value.includes('%') ? decode(value) : value
  const dot = plain.lastIndexOf('.')
  if (dot < 1) return undefined
  const token = plain.slice(0, dot)
  const given = Buffer.from(plain.slice(dot + 1))
  const expected = Buffer.from(sign(secret, token))
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
