/** Remembers at which row each text was first met, in 12 bytes per slot whatever the texts' length. */
export type Seen = {
  rowOf(text: string): number | undefined
  remember(text: string, row: number): void
}

/**
 * Texts are kept as 53-bit hashes, so that a file of millions of SKUs fits in memory; two different texts are mistaken
 * for one with odds of 1 in 18,000 in a file of a million, and then a product is refused, never overwritten.
 */
export function createSeen(): Seen {
  let keys = new Float64Array(1024)
  let rows = new Int32Array(1024)
  let count = 0

  function slotOf(key: number): number {
    let slot = key % keys.length
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) % keys.length
    return slot
  }

  function grow(): void {
    const old = { keys, rows }
    keys = new Float64Array(old.keys.length * 2)
    rows = new Int32Array(old.rows.length * 2)
    old.keys.forEach((key, index) => {
      if (key === 0) return
      const slot = slotOf(key)
      keys[slot] = key
      rows[slot] = old.rows[index] ?? 0
    })
  }

  function remember(text: string, row: number): void {
    const key = hash(text)
    let slot = slotOf(key)
    if (keys[slot] === 0 && ++count > keys.length * 0.7) {
      grow()
      slot = slotOf(key)
    }
    keys[slot] = key
    rows[slot] = row
  }

  function rowOf(text: string): number | undefined {
    const slot = slotOf(hash(text))
    return keys[slot] === 0 ? undefined : rows[slot]
  }

  return { rowOf, remember }
}

/** cyrb53: two 32-bit multiplicative hashes joined; never 0, which marks an empty slot. */
function hash(text: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0) || 1
}
