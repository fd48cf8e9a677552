import { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { reading } from '#domain/catalog/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { fieldsOf, KINDS } from './records/index.ts'

const column = z.int().min(0).max(199)

/** How a file is to be read: as what, or which column is what; without either, as its headings tell. */
export const readingInput = z
  .object({
    kind: z.enum(KINDS).default('products'),
    format: z.enum(reading.FORMAT_NAMES).nullish(),
    mapping: z.record(z.string(), column).nullish(),
    overwriteStock: z.boolean().optional()
  })
  .refine(({ kind, mapping }) => Object.keys(mapping ?? {}).every((name) => fieldsOf(kind).includes(name)), {
    path: ['mapping']
  })
export type ReadingInput = z.input<typeof readingInput>

/** Changes how a file that is being looked at is read. */
export async function changeReading(
  ctx: Context,
  actor: Actor,
  importId: string,
  input: ReadingInput
): Promise<Outcome<null, 'invalid' | 'import_not_found' | 'import_over'>> {
  const read = parse(readingInput, input)
  if (!read.ok) return read
  if (!isUuid(importId)) return refused('import_not_found')
  const { kind, format, mapping, overwriteStock } = read.value
  const mapped = mapping && Object.keys(mapping).length > 0
  return write(ctx, actor.shopId, async (tx) => {
    const changed = await tx
      .updateTable('imports')
      .set({
        kind,
        format: mapped && kind === 'products' ? 'mapped' : format === 'mapped' ? null : (format ?? null),
        mapping: mapped ? JSON.stringify(mapping) : null,
        ...(overwriteStock !== undefined && { overwrite_stock: overwriteStock })
      })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', importId)
      .where('state', '=', 'preview')
      .returning('id')
      .executeTakeFirst()
    return changed ? done(null) : refused('import_over')
  })
}
