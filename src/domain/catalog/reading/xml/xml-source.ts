import { Parser } from 'htmlparser2'
import { createDecoder } from '../decode.ts'
import type { Detected } from '../detect.ts'
import { FEED_HEADINGS } from '../formats/feed-columns.ts'
import type { Limits } from '../limits.ts'
import type { CsvRecord } from '../records.ts'
import type { FileFault, Source } from '../source.ts'
import { itemReader } from './items-in.ts'

/** Written to the parser at once: what it holds back of one endless tag or comment grows by no more than this. */
const PIECE = 65_536

/**
 * The items of an XML feed as rows. The parser knows no document types and fetches nothing: of entities only the five
 * of XML and numbers are read, a DOCTYPE refuses the file, and depth, text and the length of a tag have limits.
 */
export function xmlSource(found: Detected, limits: Limits): Source {
  const decoder = createDecoder(found)
  const items = itemReader(limits)
  const parser = new Parser(items.handler, { xmlMode: true })
  let mark = found.bomLength
  let given = 0
  let through = 0
  let headed = false

  function* read(bytes: Uint8Array, last: boolean): Generator<CsvRecord, FileFault | undefined> {
    if (!headed) yield { row: 1, size: 0, cells: [...FEED_HEADINGS] }
    headed = true
    const text = decoder.decode(bytes.subarray(mark), last)
    mark = 0
    given += text.length
    for (let at = 0; at < text.length; at += PIECE) {
      const fault = items.reading(() => parser.write(text.slice(at, at + PIECE)))
      through = Math.min(given, through + PIECE)
      yield* items.taken()
      if (fault) return fault
    }
    if (!last) return undefined
    const fault = items.ended()
    if (!fault) items.reading(() => parser.end())
    yield* items.taken()
    return fault
  }

  return {
    read,
    share: () => (given ? Math.min(1, through / given) : 0),
    notice: () => decoder.notice()
  }
}
