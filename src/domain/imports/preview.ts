import { sql } from 'kysely'
import type { Context } from '#context'
import { leftOut, type FormatName } from '#domain/catalog/index.ts'
import type { Run } from './import.ts'
import { headOf, openerOf, partOf } from './open-file.ts'
import { countKnown, countRecords, countSales } from './preview-counts.ts'
import { fieldsOf, type ImportKind } from './records/index.ts'
import { readSome, type Seen } from './preview-read.ts'
import { tryOut, type PreviewLine } from './preview-try.ts'

/** What is read for a preview; a file no longer than this is counted whole. */
const LOOK_BYTES = 2_097_152
const SAMPLES = 3

/** What a file would become, before anything of it is kept. */
export type Preview = {
  /** What it is read as; null when nobody knows. */
  kind: ImportKind
  format: FormatName | null
  xml: boolean
  headings: string[]
  /** The first rows as they stand. */
  samples: string[][]
  mapping: Record<string, number> | null
  /** What a column can be said to be, in the order it is offered. */
  fields: readonly string[]
  lines: PreviewLine[]
  /** `sales` are orders that carry a code of a hand-over of this shop. Of the whole file, when it is short enough to be read at once. */
  counts: { products: number; here: number; refused: number; sales: number } | null
  /** Why the file as a whole would be refused. */
  problem: { code: string; detail?: string } | null
}

/** Shows the first ten products of a file that waits to be brought in; undefined when it does not wait. */
export async function previewImport(
  ctx: Context,
  shopId: number,
  importId: string
): Promise<Preview | undefined> {
  const look = await findLook(ctx, shopId, importId)
  if (!look || !(await ctx.files.exists(look.fileKey))) return undefined
  const head = await headOf(ctx, look.fileKey)
  const open = partOf(openerOf(ctx, look), LOOK_BYTES)
  const whole = look.fileBytes <= LOOK_BYTES
  const seen = await readSome(open, look, !whole)
  return {
    kind: look.kind,
    format:
      look.kind !== 'products'
        ? null
        : look.mapping
          ? 'mapped'
          : head.xml
            ? 'feed'
            : (look.format ?? head.format ?? null),
    xml: head.xml,
    headings: head.headings.map((heading) => heading.trim()),
    samples: await samplesOf(ctx, look),
    mapping: look.mapping,
    fields: fieldsOf(look.kind),
    lines: await tryOut(ctx, look, seen.first),
    counts: whole && !seen.problem ? await countsOf(ctx, look, seen) : null,
    problem: seen.problem ?? null
  }
}

async function countsOf(ctx: Context, look: Look, seen: Seen) {
  const { shopId } = look
  return {
    products: seen.drafts.length + seen.names.length,
    here: (await countKnown(ctx, shopId, seen.drafts)) + (await countRecords(ctx, look, seen.names)),
    refused: seen.refused,
    sales: await countSales(ctx, shopId, seen.codes)
  }
}

async function samplesOf(ctx: Context, look: Run): Promise<string[][]> {
  const samples: string[][] = []
  const rows = leftOut.rows(partOf(openerOf(ctx, look), 65_536), () => true)
  for await (const { cells } of rows) {
    samples.push(cells.map((cell) => cell.trim().slice(0, 80)))
    if (samples.length > SAMPLES) break
  }
  return samples.slice(1)
}

type Look = Run & { fileBytes: number }

async function findLook({ db }: Context, shopId: number, id: string): Promise<Look | undefined> {
  const { rows } = await sql<Look>`
    select i.id, i.shop_id as "shopId", i.file_key as "fileKey", i.file_bytes as "fileBytes", s.currency,
      l.id as "locationId", i.overwrite_stock as "overwriteStock", i.started_by as "startedBy",
      i.items_read as "itemsRead", i.problems, i.kind, i.format, i.mapping, i.created_at as "createdAt"
    from imports i join shops s on s.shop_id = i.shop_id
      join locations l on l.shop_id = i.shop_id and l.is_default
    where i.shop_id = ${shopId} and i.id = ${id} and i.state = 'preview'`.execute(db)
  return rows[0]
}
