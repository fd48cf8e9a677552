import { createGunzip } from 'node:zlib'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { ArchiveBroken, readArchive, type ArchiveEntry } from '#platform/archive/index.ts'
import { checkKey } from '#platform/files/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { diskProblem, type DiskProblem } from './disk-problem.ts'
import {
  FORMAT,
  MANIFEST,
  manifestSchema,
  TOTALS,
  totalsSchema,
  type Manifest,
  type Totals
} from './manifest.ts'

export type BackupFlaw =
  'not_a_backup' | 'backup_not_whole' | 'backup_changed' | 'backup_newer_format' | DiskProblem

export type CheckedBackup = { path: string; manifest: Manifest; totals: Totals }

const MOST_JSON = 16 << 20
const NEWLINE = 10

/** Reads the whole file and believes nothing: every byte is in its digest, every row and file is counted. */
export async function checkBackup(path: string): Promise<Outcome<CheckedBackup, BackupFlaw>> {
  const counted = { rows: new Map<string, number>(), files: { count: 0, bytes: 0 } }
  let manifest: Manifest | undefined
  try {
    for await (const entry of readArchive(path)) {
      if (!manifest) {
        const first = await readManifest(entry)
        if (!first.ok) return first
        manifest = first.value
      } else if (entry.name === TOTALS) return await compare(path, manifest, counted, entry)
      else await count(counted, manifest, entry)
    }
  } catch (error) {
    const flaw = flawOf(error, manifest !== undefined)
    if (flaw) return refused(flaw)
    throw error
  }
  return refused(manifest ? 'backup_not_whole' : 'not_a_backup')
}

type Counted = { rows: Map<string, number>; files: { count: number; bytes: number } }

async function readManifest(entry: ArchiveEntry): Promise<Outcome<Manifest, BackupFlaw>> {
  if (entry.name !== MANIFEST || entry.size > MOST_JSON) return refused('not_a_backup')
  const raw = await readJson(entry)
  const format = (raw as { format?: unknown } | undefined)?.format
  if (typeof format === 'number' && format > FORMAT) return refused('backup_newer_format')
  const parsed = manifestSchema.safeParse(raw)
  return parsed.success ? done(parsed.data) : refused('not_a_backup')
}

/** An entry we do not know, or whose name leads elsewhere, was not written by us. */
async function count(
  counted: Counted,
  manifest: Manifest,
  { name, size, body }: ArchiveEntry
): Promise<void> {
  const table = /^tables\/([^/]+)\/\d{6,}\.copy\.gz$/.exec(name)?.[1]
  if (table && manifest.tables.some((known) => known.name === table)) {
    counted.rows.set(table, (counted.rows.get(table) ?? 0) + (await countRows(body)))
  } else if (name.startsWith('files/') && checkKey(name.slice(6)).ok) {
    counted.files.count++
    counted.files.bytes += size
  } else throw new ArchiveBroken()
}

async function countRows(body: AsyncIterable<Uint8Array>): Promise<number> {
  let rows = 0
  await pipeline(Readable.from(body), createGunzip(), async (bytes: AsyncIterable<Buffer>) => {
    for await (const chunk of bytes) {
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) rows++
    }
  })
  return rows
}

async function compare(
  path: string,
  manifest: Manifest,
  counted: Counted,
  entry: ArchiveEntry
): Promise<Outcome<CheckedBackup, BackupFlaw>> {
  const parsed = totalsSchema.safeParse(entry.size > MOST_JSON ? undefined : await readJson(entry))
  if (!parsed.success) return refused('backup_changed')
  const totals = parsed.data
  const asCounted =
    totals.sha256 === entry.digestBefore &&
    totals.files.count === counted.files.count &&
    totals.files.bytes === counted.files.bytes &&
    manifest.tables.every(({ name }) => totals.rows[name] === (counted.rows.get(name) ?? 0))
  return asCounted ? done({ path, manifest, totals }) : refused('backup_changed')
}

async function readJson({ body }: ArchiveEntry): Promise<unknown> {
  try {
    return JSON.parse((await buffer(Readable.from(body))).toString()) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function flawOf(error: unknown, begun: boolean): BackupFlaw | undefined {
  if (error instanceof ArchiveBroken) {
    if (!begun) return 'not_a_backup'
    return error.cutOff ? 'backup_not_whole' : 'backup_changed'
  }
  const { code = '' } = error as NodeJS.ErrnoException
  return code.startsWith('Z_') ? 'backup_changed' : diskProblem(error)
}
