import { isUuid } from './ids.ts'

/** Where a page of a list ended: the sort key of its last row, opaque in an address. */
export const encodeCursor = (key: readonly (string | number | boolean)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

const END_OF_TIME = Date.UTC(9999, 11, 31)
const STAMP = /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-5])(:?[0-5]\d)?$/

/** PostgreSQL's own writing of a moment, of a day that there is: it refuses the 31st of February. */
function isStamp(part: unknown): part is string {
  const [, day = ''] = (typeof part === 'string' && STAMP.exec(part)) || []
  const at = new Date(`${day}T00:00:00Z`)
  return at.getTime() >= 0 && at.toISOString().startsWith(day)
}

/** What a part of a key may be, so that nothing of it is refused by the database later. */
const IS = {
  text: (part: unknown): part is string =>
    typeof part === 'string' && part.isWellFormed() && !part.includes('\u0000'),
  id: isUuid,
  stamp: isStamp,
  number: (part: unknown): part is number => typeof part === 'number',
  whole: (part: unknown): part is number => Number.isSafeInteger(part),
  /** Milliseconds since 1970. */
  time: (part: unknown): part is number =>
    Number.isSafeInteger(part) && Number(part) >= 0 && Number(part) < END_OF_TIME,
  boolean: (part: unknown): part is boolean => typeof part === 'boolean'
}
type Part = keyof typeof IS

/** The key of a cursor, if it is one of ours in shape: as many parts, each of its kind. Anything else is undefined. */
export function decodeCursor(
  cursor: string | null | undefined,
  parts: readonly Part[]
): (string | number | boolean)[] | undefined {
  if (!cursor || cursor.length > 500) return undefined
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(key) || key.length !== parts.length) return undefined
    return parts.every((part, i) => IS[part](key[i])) ? key : undefined
  } catch {
    return undefined
  }
}
