import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#context'
import { reading, type Mapping } from '#domain/catalog/index.ts'
import type { Tx } from '#platform/database/index.ts'

const KIND = 'products'

/** The same headings in the same order, however their letters and spaces are written. */
const signatureOf = (headings: readonly string[]): string =>
  createHash('sha256').update(headings.map(reading.fold).join('\n')).digest('hex')

/** How the shop read a file of these headings the last time it said so itself. */
export async function findMapping(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  headings: readonly string[]
): Promise<Mapping | null> {
  if (headings.length === 0) return null
  const row = await db
    .selectFrom('import_mappings')
    .select('mapping')
    .where('shop_id', '=', shopId)
    .where('kind', '=', KIND)
    .where('signature', '=', signatureOf(headings))
    .executeTakeFirst()
  return row ? (row.mapping as Mapping) : null
}

export async function rememberMapping(
  ctx: Pick<Context, 'clock'>,
  tx: Tx,
  shopId: number,
  { headings, mapping }: { headings: readonly string[]; mapping: Mapping }
): Promise<void> {
  await sql`
    insert into import_mappings (shop_id, kind, signature, mapping, used_at)
    values (${shopId}, ${KIND}, ${signatureOf(headings)}, ${JSON.stringify(mapping)}::jsonb, ${ctx.clock.now()})
    on conflict (shop_id, kind, signature)
      do update set mapping = excluded.mapping, used_at = excluded.used_at`.execute(tx)
}

/** The headings are read as they are known from now on. */
export async function forgetMapping(tx: Tx, shopId: number, headings: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('import_mappings')
    .where('shop_id', '=', shopId)
    .where('kind', '=', KIND)
    .where('signature', '=', signatureOf(headings))
    .execute()
}
