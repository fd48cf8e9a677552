const MAX = 30

/** A handle from a name: lower case, letters and digits of any alphabet, dots for blanks. Never empty. */
export function handleFrom(name: string): string {
  const handle = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '.')
    .slice(0, MAX - 5)
    .replace(/^\.+|\.+$/g, '')
  return handle || 'guest'
}
