import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Archive } from '#platform/archive/index.ts'
import { copyOut, type Session } from '#platform/database/index.ts'
import { chunkPath } from './manifest.ts'

const CHUNK_BYTES = 4 << 20
const NEWLINE = 10
const pack = promisify(gzip)

/** Writes what a query answers into the archive, in pieces of whole rows. Answers how many rows there were. */
export async function writeRows(
  archive: Archive,
  session: Session,
  table: string,
  query: string
): Promise<number> {
  const rows = copyOut(session, query)
  let n = 0
  for await (const chunk of wholeRows(rows)) {
    const packed = await pack(chunk, { level: 4 })
    await archive.add(chunkPath(table, ++n), packed.length, [packed])
  }
  return rows.rowCount
}

/** Cuts a stream behind the last row that fits. A line feed within a value is written as \n, so a bare one ends a row. */
async function* wholeRows(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let kept: Buffer[] = []
  let size = 0
  for await (const bytes of stream) {
    kept.push(bytes)
    size += bytes.length
    const end = size < CHUNK_BYTES ? -1 : bytes.lastIndexOf(NEWLINE) + 1
    if (end <= 0) continue
    const rest = bytes.subarray(end)
    kept[kept.length - 1] = bytes.subarray(0, end)
    yield Buffer.concat(kept)
    kept = rest.length ? [rest] : []
    size = rest.length
  }
  if (size) yield Buffer.concat(kept)
}
