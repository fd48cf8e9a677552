import { createHash } from 'node:crypto'
import type { Archive } from '#platform/archive/index.ts'
import type { Session } from '#platform/database/index.ts'
import type { Files } from '#platform/files/index.ts'
import { filePath, type Totals } from './manifest.ts'

const MOST_NAMED = 100
const MASTER = /\/master\.[a-z0-9]+$/

/**
 * Writes every file of the store. The store has no snapshots: what is added meanwhile may come along and hurts nobody;
 * a picture the snapshot knows and the store no longer has is told.
 */
export async function writeFiles(
  archive: Archive,
  session: Session,
  files: Files
): Promise<Pick<Totals, 'files' | 'missing'>> {
  const totals = { files: { count: 0, bytes: 0 }, missing: { count: 0, keys: [] as string[] } }
  const seen = new Set<number>()
  const miss = (key: string) => {
    if (++totals.missing.count <= MOST_NAMED) totals.missing.keys.push(key)
  }
  for await (const key of files.list('')) {
    const file = await files.open(key)
    if (!file) continue
    if (MASTER.test(key)) seen.add(markOf(key))
    await archive.add(filePath(key), file.size, file.stream)
    totals.files.count++
    totals.files.bytes += file.size
  }
  for await (const key of mastersIn(session)) if (!seen.has(markOf(key))) miss(key)
  return totals
}

/** Six bytes tell a million keys apart well enough to notice one that is gone, and take little room. */
const markOf = (key: string): number => createHash('sha1').update(key).digest().readUIntBE(0, 6)

async function* mastersIn(session: Session): AsyncGenerator<string> {
  await session.query(`declare masters no scroll cursor for
    select master_key from pictures where state <> 'refused' and master_key is not null`)
  for (;;) {
    const { rows } = await session.query<{ master_key: string }>('fetch 1000 from masters')
    if (!rows.length) return
    for (const { master_key } of rows) yield master_key
  }
}
