import { csvSource } from './csv-source.ts'
import { detect } from './detect.ts'
import type { Detected } from './detect.ts'
import type { Limits } from './limits.ts'
import type { CsvRecord } from './records.ts'
import { slabsOf } from './slabs.ts'
import type { FileFault, Source } from './source.ts'
import { xmlSource } from './xml/xml-source.ts'

/** A kept file, from its beginning each time it is asked for. */
export type Opener = () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>

/** One reading of a file: `place.bytes` is how far into it the rows have come. */
export type Pass = {
  open: Opener
  limits: Limits
  place: { bytes: number }
  /** Told after every piece of the file, so that a long reading can say that it is alive. */
  pulse?: () => Promise<void>
}

export type FileRows = {
  found: Detected
  source: Source
  rows: AsyncGenerator<CsvRecord, FileFault | undefined>
}

/** Opens a file at its first bytes; its rows, the heading first, are read as they are asked for. */
export async function readFile({ open, limits, place, pulse }: Pass): Promise<FileRows> {
  const slabs = slabsOf(await open())
  const first = await slabs.next()
  const head = first.done ? { bytes: new Uint8Array(0), last: true } : first.value
  const found = detect(head.bytes)
  const source = found.xml ? xmlSource(found, limits) : csvSource(found, limits)
  let given = 0

  async function* rows(): AsyncGenerator<CsvRecord, FileFault | undefined> {
    try {
      for (let slab = head; ;) {
        given += slab.bytes.length
        const records = source.read(slab.bytes, slab.last)
        let next = records.next()
        for (; !next.done; next = records.next()) {
          place.bytes = Math.round(given * source.share())
          yield next.value
        }
        if (next.value || slab.last) return next.value
        await pulse?.()
        const following = await slabs.next()
        if (following.done) return undefined
        slab = following.value
      }
    } finally {
      await slabs.return(undefined)
    }
  }

  return { found, source, rows: rows() }
}

/** Leaves a file that was opened and not read to its end. */
export const leaveFile = ({ rows }: FileRows): Promise<unknown> => rows.return(undefined)
