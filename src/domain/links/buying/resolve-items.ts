import { sql } from 'kysely'
import type { Context } from '#context'
import { isUuid } from '#platform/ids.ts'
import type { BuyItem } from '../buy-items.ts'

type Named = { id: string; sku: string | null; handle: string; choices: number }

export type Resolved = {
  /** By SKU; what nobody knows keeps its name, so that the buyer is told of it. */
  items: BuyItem[]
  /** The address of a product that was named without saying which of its choices. */
  choose: string | null
}

/**
 * What identifiers of a buy link stand for: a SKU, or else the id of a variant, or of a product with one variant. One
 * query, and none when no identifier looks like an id.
 */
export async function resolveItems(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  asked: readonly BuyItem[]
): Promise<Resolved> {
  const ids = asked.map(({ sku }) => sku).filter((one) => isUuid(one))
  if (ids.length === 0) return { items: [...asked], choose: null }
  const { rows } = await sql<Named>`
    select w.id::text, coalesce(v.sku, one.sku) as sku, p.handle, one.choices
    from unnest(${ids}::uuid[]) as w (id)
    left join variants v on v.shop_id = ${shopId} and v.id = w.id
    join products p on p.shop_id = ${shopId} and p.state = 'active' and p.id = coalesce(v.product_id, w.id)
    cross join lateral (
      select count(*)::int as choices, case when count(*) = 1 then min(o.sku) end as sku from variants o
      where o.shop_id = ${shopId} and o.product_id = p.id and o.archived_at is null) one
    where not exists (select 1 from variants s where s.shop_id = ${shopId} and s.sku = w.id::text)`.execute(
    ctx.db
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  const open = rows.find(({ sku, choices }) => sku === null && choices > 1)
  return {
    items: asked.map((item) => ({ ...item, sku: known.get(item.sku.toLowerCase())?.sku ?? item.sku })),
    choose: open && asked.length === 1 ? `/products/${encodeURIComponent(open.handle)}` : null
  }
}
