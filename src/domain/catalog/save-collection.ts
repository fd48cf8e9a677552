import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { cleanLine, cleanWords } from '#platform/text.ts'
import { lookAgain } from '#platform/database/look-again.ts'
import { slug } from './reading/slug.ts'
import { handleText } from './schema.ts'

const collectionInput = z.object({
  id: z.uuid().optional(),
  title: z.string().max(1_000).transform(cleanLine).pipe(z.string().min(1).max(120)),
  /** Made from the title when it is left empty. */
  handle: z.string().trim().max(1_000).default(''),
  description: z.string().max(20_000).transform(cleanWords).pipe(z.string().max(2_000)).default(''),
  position: z.int().min(0).max(10_000).default(0),
  /** The products in it, in this order; not given, they stay as they are. */
  productIds: z.array(z.uuid()).max(10_000).optional()
})
export type CollectionInput = z.input<typeof collectionInput>
export type CollectionRefusal = 'invalid' | 'address_taken' | 'collection_not_found'

/** Makes a collection, or changes one. Its address is its own within the shop. */
export async function saveCollection(
  ctx: Context,
  actor: Actor,
  input: CollectionInput
): Promise<Outcome<{ id: string }, CollectionRefusal>> {
  const parsed = parse(collectionInput, input)
  if (!parsed.ok) return parsed
  const { id, handle: typed, productIds, ...fields } = parsed.value
  const handle = parse(handleText, typed || slug(fields.title))
  if (!handle.ok) return refused('invalid', { field: 'handle' })
  const columns = { ...fields, handle: handle.value }
  const save = () =>
    write(ctx, actor.shopId, async (tx) => {
      const kept = await keep(ctx, tx, actor.shopId, columns, id)
      if (kept.ok && productIds) await fill(tx, actor.shopId, kept.value.id, productIds)
      return kept
    })
  return lookAgain(save)
}

type Columns = { title: string; handle: string; description: string; position: number }

async function keep(
  ctx: Context,
  tx: Tx,
  shopId: number,
  columns: Columns,
  id: string | undefined
): Promise<Outcome<{ id: string }, CollectionRefusal>> {
  const other = await tx
    .selectFrom('collections')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('handle', '=', columns.handle)
    .executeTakeFirst()
  if (other && other.id !== id) return refused('address_taken', { handle: columns.handle })
  if (!id) {
    const row = { shop_id: shopId, id: ctx.ids.next(), ...columns }
    await tx.insertInto('collections').values(row).execute()
    return done({ id: row.id })
  }
  const changed = await tx
    .updateTable('collections')
    .set(columns)
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()
  return changed.numUpdatedRows ? done({ id }) : refused('collection_not_found')
}

async function fill(tx: Tx, shopId: number, id: string, productIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('collection_products')
    .where('shop_id', '=', shopId)
    .where('collection_id', '=', id)
    .execute()
  await sql`
    insert into collection_products (shop_id, collection_id, product_id, position)
    select p.shop_id, ${id}, p.id, min(w.n)
    from unnest(${productIds}::uuid[]) with ordinality as w (id, n)
    join products p on p.shop_id = ${shopId} and p.id = w.id
    group by p.shop_id, p.id`.execute(tx)
}
