/** Where a page of a list ended: the sort key of its last row, opaque in an address. */
export const encodeCursor = (key: readonly (string | number | boolean)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** The key of a cursor, if it is one of ours in shape: as many parts, of the given types. Anything else is undefined. */
export function decodeCursor(
  cursor: string | null | undefined,
  types: readonly ('string' | 'number' | 'boolean')[]
): (string | number | boolean)[] | undefined {
  if (!cursor || cursor.length > 500) return undefined
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(key) || key.length !== types.length) return undefined
    return key.every((part, i) => typeof part === types[i]) ? key : undefined
  } catch {
    return undefined
  }
}
