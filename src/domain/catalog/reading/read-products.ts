import type { ReadItem } from './items.ts'
import { LIMITS } from './limits.ts'
import type { Limits } from './limits.ts'
import { createReader } from './reader.ts'
import type { Reader } from './reader.ts'
import { slabsOf } from './slabs.ts'

/** `currency` is the shop's (ISO 4217): amounts become its minor units. */
export type ReadOptions = {
  currency: string
  limits?: Partial<Limits>
  /** Kept at how far into the file the items have come. */
  place?: { bytes: number }
}

/**
 * Reads a Shopify product CSV of either generation as drafts, problems and notices, in the file's order. A product with
 * any problem is left out whole and the rest goes on; bad input never throws, a failing stream does. Memory stays
 * bounded whatever the file: one slab, one record, one product, and 12 bytes or so per handle and SKU.
 */
export async function* readProducts(
  stream: AsyncIterable<Uint8Array>,
  { currency, limits, place = { bytes: 0 } }: ReadOptions
): AsyncGenerator<ReadItem, void, undefined> {
  let reader: Reader | undefined
  let given = 0
  for await (const { bytes, last } of slabsOf(stream)) {
    reader ??= createReader(bytes, currency, { ...LIMITS, ...limits })
    const items = reader.read(bytes, last)
    given += bytes.length
    let next = items.next()
    for (; !next.done; next = items.next()) {
      place.bytes = Math.round(given * reader.share())
      yield next.value
    }
    if (next.value) return
  }
}
