/** Bytes handed on at a time: large enough that a record is seldom cut, small enough to be forgotten quickly. */
export const SLAB_BYTES = 262_144

export type Slab = { bytes: Uint8Array; last: boolean }

/** Recuts a stream into slabs of exactly `size` bytes, so that nothing downstream depends on how it arrived. */
export async function* slabsOf(stream: AsyncIterable<Uint8Array>, size = SLAB_BYTES): AsyncGenerator<Slab> {
  let slab = new Uint8Array(size)
  let filled = 0
  for await (const chunk of stream) {
    for (let from = 0; from < chunk.length;) {
      const part = chunk.subarray(from, from + size - filled)
      slab.set(part, filled)
      filled += part.length
      from += part.length
      if (filled < size) continue
      yield { bytes: slab, last: false }
      slab = new Uint8Array(size)
      filled = 0
    }
  }
  yield { bytes: slab.subarray(0, filled), last: true }
}
