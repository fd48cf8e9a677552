import { done, refused, type Outcome } from '#platform/outcome.ts'

export type KeyRefusal = 'key_empty' | 'key_too_long' | 'key_not_plain' | 'key_escapes' | 'key_reserved'

/** A key reached a store without having been checked: a mistake of ours, or a trick of someone else's. */
export class FileKeyRefused extends Error {
  readonly refusal: KeyRefusal
  constructor(refusal: KeyRefusal) {
    super(`File key refused: ${refusal}`)
    this.name = 'FileKeyRefused'
    this.refusal = refusal
  }
}

// Windows opens a device for these whatever follows the first dot.
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
const plain = /^[A-Za-z0-9._-]+$/

const segmentProblem = (segment: string): KeyRefusal | undefined => {
  if (segment === '' || segment === '.' || segment === '..') return 'key_escapes'
  if (!plain.test(segment)) return 'key_not_plain'
  if (segment.startsWith('.') || segment.endsWith('.') || device.test(segment)) return 'key_reserved'
  return segment.length > 200 ? 'key_too_long' : undefined
}

/**
 * One or more names of ASCII letters, digits, `.`, `_` and `-`, joined by single slashes: the same on every disk and
 * in every bucket, with nothing to escape. Use it where a key comes from a URL; the stores check again by themselves.
 */
export function checkKey(key: string): Outcome<string, KeyRefusal> {
  if (key === '') return refused('key_empty')
  if (key.length > 512) return refused('key_too_long')
  for (const segment of key.split('/')) {
    const problem = segmentProblem(segment)
    if (problem) return refused(problem)
  }
  return done(key)
}

/** The key itself, or FileKeyRefused. */
export function safeKey(key: string): string {
  const checked = checkKey(key)
  if (!checked.ok) throw new FileKeyRefused(checked.refusal)
  return checked.value
}

/** A folder for `list`: empty, or a safe key and its closing slash. */
export function safeFolder(folder: string): string {
  if (folder === '') return folder
  if (!folder.endsWith('/')) throw new FileKeyRefused('key_not_plain')
  return `${safeKey(folder.slice(0, -1))}/`
}
