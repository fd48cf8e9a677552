/**
 * How an item's identifier stands in a buy link (UCP permalinks): as it is, or "~" and base64url of its UTF-8 where it has
 * letters that an address or a list would read as something else.
 */
const RAW = /^[A-Za-z0-9._-]+$/
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const writeToken = (id: string): string =>
  RAW.test(id) ? id : `~${Buffer.from(id, 'utf8').toString('base64url')}`

/** What a "~" token says; undefined unless it is canonical base64url of UTF-8 without controls. Other text is itself. */
export function readToken(token: string): string | undefined {
  if (!token.startsWith('~')) return token
  const bytes = Buffer.from(token.slice(1), 'base64url')
  if (bytes.length === 0 || bytes.toString('base64url') !== token.slice(1)) return undefined
  try {
    const id = UTF8.decode(bytes)
    return /\p{Cc}/u.test(id) ? undefined : id
  } catch {
    return undefined
  }
}
