/** The same seed gives the same numbers on every machine: integer arithmetic only. */
export function random(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16807 + 11) % 2147483647) / 2147483647
}

/** A short name for a text: equal texts, equal names. 53 bits, enough that a page of drawings never collides. */
export function fingerprint(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}
