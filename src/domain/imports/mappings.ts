import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#context'
import { reading } from '#domain/catalog/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { ImportKind } from './records/index.ts'

/** What the shop said a file is, and which column holds what. */
export type Said = { kind: ImportKind; mapping: Record<string, number> }

/** The same headings in the same order, however their letters and spaces are written. */
const signatureOf = (headings: readonly string[]): string =>
  createHash('sha256').update(headings.map(reading.fold).join('\n')).digest('hex')

/** How the shop read a file of these headings the last time it said so itself; of this kind, if it is known. */
export async function findMapping(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  headings: readonly string[],
  kind?: ImportKind
): Promise<Said | undefined> {
  if (headings.length === 0) return undefined
  let query = db
    .selectFrom('import_mappings')
    .select(['kind', 'mapping'])
    .where('shop_id', '=', shopId)
    .where('signature', '=', signatureOf(headings))
    .orderBy('used_at', 'desc')
  if (kind) query = query.where('kind', '=', kind)
  return (await query.executeTakeFirst()) as Said | undefined
}

export async function rememberMapping(
  ctx: Pick<Context, 'clock'>,
  tx: Tx,
  shopId: number,
  { headings, kind, mapping }: Said & { headings: readonly string[] }
): Promise<void> {
  await sql`
    insert into import_mappings (shop_id, kind, signature, mapping, used_at)
    values (${shopId}, ${kind}, ${signatureOf(headings)}, ${JSON.stringify(mapping)}::jsonb, ${ctx.clock.now()})
    on conflict (shop_id, kind, signature)
      do update set mapping = excluded.mapping, used_at = excluded.used_at`.execute(tx)
}

/** The headings are read as they are known from now on, whatever they were said to be. */
export async function forgetMapping(tx: Tx, shopId: number, headings: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('import_mappings')
    .where('shop_id', '=', shopId)
    .where('signature', '=', signatureOf(headings))
    .execute()
}
