import { z } from 'zod'

/** Of the file's layout; a file of a higher one cannot be read. */
export const FORMAT = 1

export const MANIFEST = 'manifest.json'
export const TOTALS = 'totals.json'
export const filePath = (key: string): string => `files/${key}`
export const chunkPath = (table: string, n: number): string =>
  `tables/${table}/${String(n).padStart(6, '0')}.copy.gz`

const count = z.number().int().nonnegative()
const time = z.iso.datetime()
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The first entry: what is coming, and which tables it fits. */
export const manifestSchema = z.object({
  app: z.literal('torilla'),
  format: z.number().int().positive(),
  /** The release that wrote it. */
  version: z.string().max(40),
  postgres: z.string().max(40),
  madeAt: time,
  migrations: z
    .array(z.object({ name: z.string().max(200), sha256: hash, appliedAt: z.string().max(60) }))
    .min(1),
  /** In the order in which they can be filled: what is pointed at comes before what points. */
  tables: z.array(z.object({ name: z.string().max(63), columns: z.array(z.string().max(63)).min(1) })).min(1)
})
export type Manifest = z.infer<typeof manifestSchema>

/** The last entry: what there should have been. Whoever has it has the whole file. */
export const totalsSchema = z.object({
  /** Of every entry before this one: names, sizes and bytes. */
  sha256: hash,
  rows: z.record(z.string(), count),
  sequences: z.array(z.object({ table: z.string(), column: z.string(), value: count, used: z.boolean() })),
  files: z.object({ count, bytes: count }),
  /** Files that were gone before they could be read; the first hundred by name. */
  missing: z.object({ count, keys: z.array(z.string()).max(100) }),
  /** Jobs on their way in the queue, carried as rows of the outbox. */
  jobs: count
})
export type Totals = z.infer<typeof totalsSchema>
