import { sql } from 'kysely'
import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import type { Matched, VariantRow } from './match-variants.ts'
import type { Plan } from './plan.ts'
import type { VariantFields } from './schema.ts'

/**
 * Makes the variants what the plans say. One that is no longer named is archived, never deleted: old orders and posts
 * still know it.
 */
export async function writeVariants(
  ctx: Context,
  tx: Tx,
  shopId: number,
  plans: readonly Plan[]
): Promise<void> {
  await archive(ctx, tx, shopId, plans.flatMap(({ gone }) => gone)) // prettier-ignore
  const changed = plans.flatMap(({ id, changed }) => changed.map((one) => ({ productId: id, ...one })))
  if (changed.length === 0) return
  await park(tx, shopId, changed)
  await upsert(tx, shopId, changed)
}

/** An archived variant gives its SKU and its choice free. */
async function archive(ctx: Context, tx: Tx, shopId: number, rows: readonly VariantRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update variants set archived_at = ${ctx.clock.now()}, sku = sku || ' #' || substr(id::text, 1, 13)
    where shop_id = ${shopId} and id = any(${rows.map((row) => row.id)}::uuid[])`.execute(tx)
}

/** Names that change hands (two variants swap their SKU) would collide midway, so they are parked first. */
async function park(tx: Tx, shopId: number, changed: readonly Matched[]): Promise<void> {
  const there = changed.filter(({ row }) => row).map(({ id }) => id)
  if (there.length === 0) return
  await sql`
    update variants set sku = id::text, option_values = array[id::text]
    where shop_id = ${shopId} and id = any(${there}::uuid[])`.execute(tx)
}

type Changed = Matched & { productId: string }

async function upsert(tx: Tx, shopId: number, changed: readonly Changed[]): Promise<void> {
  const of = <T>(pick: (fields: VariantFields) => T) => changed.map(({ fields }) => pick(fields))
  await sql`
    insert into variants (shop_id, id, product_id, sku, barcode, option_values, position, price, compare_at, cost,
      grams, requires_shipping, tracked, continue_selling, picture_id)
    select ${shopId}, id, product_id, sku, barcode,
      array(select jsonb_array_elements_text(choice)), position, price, compare_at, cost, grams, shipping, tracked,
      continue_selling, picture_id
    from unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map((v) => v.productId)}::uuid[],
      ${of((v) => v.sku)}::text[], ${of((v) => v.barcode)}::text[],
      ${of((v) => JSON.stringify(v.optionValues))}::jsonb[], ${changed.map((v) => v.position)}::int[],
      ${of((v) => v.price)}::bigint[], ${of((v) => v.compareAt)}::bigint[], ${of((v) => v.cost)}::bigint[],
      ${of((v) => v.grams)}::int[], ${of((v) => v.requiresShipping)}::bool[], ${of((v) => v.tracked)}::bool[],
      ${of((v) => v.continueSelling)}::bool[], ${changed.map(pictureOf)}::uuid[])
      as v (id, product_id, sku, barcode, choice, position, price, compare_at, cost, grams, shipping, tracked,
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

/** Remembers from when on which price was asked: what the lowest price of thirty days is found in. */
export async function recordPrices(
  ctx: Context,
  tx: Tx,
  shopId: number,
  priced: readonly Matched[]
): Promise<void> {
  if (priced.length === 0) return
  await sql`
    insert into price_changes (shop_id, variant_id, set_at, price, compare_at)
    select ${shopId}, id, ${ctx.clock.now()}, price, compare_at
    from unnest(${priced.map(({ id }) => id)}::uuid[], ${priced.map(({ fields }) => fields.price)}::bigint[],
      ${priced.map(({ fields }) => fields.compareAt)}::bigint[]) as p (id, price, compare_at)
    on conflict (shop_id, variant_id, set_at) do update set price = excluded.price, compare_at = excluded.compare_at
  `.execute(tx)
}
