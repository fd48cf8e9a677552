import { sql } from 'kysely'
import type { Context } from '#context'
import { actorKey, type Actor } from '#domain/accounts/index.ts'
import type { Entry } from '#domain/ledger/index.ts'
import { setLevels } from '#domain/stock/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { matchVariants, needsWriting, type Matched, type VariantRow } from './match-variants.ts'
import type { VariantFields } from './schema.ts'

export type VariantRefusal = 'sku_taken' | 'variant_not_found' | 'stock_promised'

/**
 * Makes these the product's variants, in this order. One that is no longer named is archived, never deleted: old
 * orders and posts still know it. Answers whether anything changed, and what the ledger is to be told of prices and
 * stock.
 */
export async function saveVariants(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  productId: string,
  existing: readonly VariantRow[],
  wanted: readonly VariantFields[]
): Promise<Outcome<{ changed: boolean; entries: Entry[] }, VariantRefusal>> {
  const { shopId } = actor
  const matched = matchVariants(ctx.ids, existing, wanted)
  if (!matched) return refused('variant_not_found')
  const taken = await findTakenSku(tx, shopId, productId, wanted)
  if (taken) return refused('sku_taken', { sku: taken })
  const changed = matched.filter(needsWriting)
  const gone = existing.filter((row) => !row.archivedAt && !matched.some(({ id }) => id === row.id))
  await archive(ctx, tx, shopId, gone)
  await upsert(tx, shopId, productId, changed)
  const prices = changed.filter(({ row, fields }) => priceChanged(row, fields))
  await recordPrices(ctx, tx, shopId, prices)
  const stock = await saveLevels(ctx, tx, actor, matched)
  if (!stock.ok) return stock
  const entries = [...priceEntries(actor, productId, prices), ...stockEntries(actor, productId, stock.value)]
  return done({ changed: changed.length + gone.length + stock.value.length > 0, entries })
}

const priceChanged = (row: VariantRow | undefined, fields: VariantFields) =>
  !row || row.price !== fields.price || row.compareAt !== fields.compareAt

async function findTakenSku(tx: Tx, shopId: number, productId: string, wanted: readonly VariantFields[]) {
  const row = await tx
    .selectFrom('variants')
    .select('sku')
    .where('shop_id', '=', shopId)
    .where(sql<boolean>`sku = any(${wanted.map((v) => v.sku)}::text[])`)
    .where('product_id', '!=', productId)
    .executeTakeFirst()
  return row?.sku
}

/** An archived variant gives its SKU and its choice free. */
async function archive(ctx: Context, tx: Tx, shopId: number, rows: readonly VariantRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update variants set archived_at = ${ctx.clock.now()}, sku = sku || ' #' || substr(id::text, 1, 13)
    where shop_id = ${shopId} and id = any(${rows.map((row) => row.id)}::uuid[])`.execute(tx)
}

/** Names that change hands (two variants swap their SKU) would collide midway, so they are parked first. */
async function upsert(tx: Tx, shopId: number, productId: string, changed: readonly Matched[]): Promise<void> {
  if (changed.length === 0) return
  const there = changed.filter(({ row }) => row).map(({ id }) => id)
  if (there.length) {
    await sql`
      update variants set sku = id::text, option_values = array[id::text]
      where shop_id = ${shopId} and id = any(${there}::uuid[])`.execute(tx)
  }
  const of = <T>(pick: (fields: VariantFields) => T) => changed.map(({ fields }) => pick(fields))
  await sql`
    insert into variants (shop_id, id, product_id, sku, barcode, option_values, position, price, compare_at, cost,
      grams, requires_shipping, tracked, continue_selling, picture_id)
    select ${shopId}, id, ${productId}, sku, barcode,
      array(select jsonb_array_elements_text(choice)), position, price, compare_at, cost, grams, shipping, tracked,
      continue_selling, picture_id
    from unnest(${changed.map(({ id }) => id)}::uuid[], ${of((v) => v.sku)}::text[], ${of((v) => v.barcode)}::text[],
      ${of((v) => JSON.stringify(v.optionValues))}::jsonb[], ${changed.map((v) => v.position)}::int[],
      ${of((v) => v.price)}::bigint[], ${of((v) => v.compareAt)}::bigint[], ${of((v) => v.cost)}::bigint[],
      ${of((v) => v.grams)}::int[], ${of((v) => v.requiresShipping)}::bool[], ${of((v) => v.tracked)}::bool[],
      ${of((v) => v.continueSelling)}::bool[], ${changed.map(pictureOf)}::uuid[])
      as v (id, sku, barcode, choice, position, price, compare_at, cost, grams, shipping, tracked,
        continue_selling, picture_id)
    on conflict (shop_id, id) do update set sku = excluded.sku, barcode = excluded.barcode,
      option_values = excluded.option_values, position = excluded.position, price = excluded.price,
      compare_at = excluded.compare_at, cost = excluded.cost, grams = excluded.grams,
      requires_shipping = excluded.requires_shipping, tracked = excluded.tracked,
      continue_selling = excluded.continue_selling, picture_id = excluded.picture_id, archived_at = null`.execute(
    tx
  )
}

/** A picture that is not named stays; one named null goes. */
const pictureOf = ({ row, fields }: Matched) =>
  fields.pictureId === undefined ? (row?.pictureId ?? null) : fields.pictureId

async function recordPrices(
  ctx: Context,
  tx: Tx,
  shopId: number,
  changed: readonly Matched[]
): Promise<void> {
  if (changed.length === 0) return
  await sql`
    insert into price_changes (shop_id, variant_id, set_at, price, compare_at)
    select ${shopId}, id, ${ctx.clock.now()}, price, compare_at
    from unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map(({ fields }) => fields.price)}::bigint[],
      ${changed.map(({ fields }) => fields.compareAt)}::bigint[]) as p (id, price, compare_at)
    on conflict (shop_id, variant_id, set_at) do update set price = excluded.price, compare_at = excluded.compare_at
  `.execute(tx)
}

type StockChange = { variantId: string; change: number }

async function saveLevels(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  matched: readonly Matched[]
): Promise<Outcome<StockChange[], 'stock_promised'>> {
  const levels = matched.flatMap(({ id, fields }) =>
    Object.entries(fields.stock ?? {}).map(([locationId, onHand]) => ({ variantId: id, locationId, onHand }))
  )
  const why = { reason: actor.role === 'system' ? 'import' : 'set', actor: actorKey(actor) } as const
  const { changes, kept } = await setLevels(ctx, tx, actor.shopId, levels, why)
  if (kept[0]) return refused('stock_promised', { promised: kept[0].reserved })
  return done(changes)
}

const priceEntries = (actor: Actor, productId: string, changed: readonly Matched[]): Entry[] =>
  changed.map(({ id, row, fields }) => ({
    kind: 'price',
    actor: actorKey(actor),
    subject: { kind: 'product', id: productId },
    amount: fields.price,
    payload: { variantId: id, from: row?.price ?? null, to: fields.price }
  }))

const stockEntries = (actor: Actor, productId: string, changes: readonly StockChange[]): Entry[] =>
  changes.map(({ variantId, change }) => ({
    kind: 'stock',
    actor: actorKey(actor),
    subject: { kind: 'product', id: productId },
    quantity: change,
    payload: { variantId, reason: actor.role === 'system' ? 'import' : 'set' }
  }))
