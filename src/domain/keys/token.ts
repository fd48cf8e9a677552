import type { Ids } from '#platform/ids.ts'

const TOKEN = /^(tor_[a-z0-9]{8})_([\w-]{43})$/

/** A new key: the part that is shown, and the secret that only its maker ever sees. Scanners know it by `tor_`. */
export function newToken(ids: Ids): { prefix: string; secret: string; token: string } {
  const prefix = `tor_${ids.code(8)}`
  const secret = ids.secret(32)
  return { prefix, secret, token: `${prefix}_${secret}` }
}

/** The two parts of what a program sent, if it has the shape of a key. */
export function readToken(token: string): { prefix: string; secret: string } | undefined {
  const [, prefix, secret] = TOKEN.exec(token) ?? []
  return prefix && secret ? { prefix, secret } : undefined
}
