import { sql } from 'kysely'
import type { Context } from '#context'
import { toBeHad } from '#domain/stock/index.ts'

export type Alternative = { handle: string; title: string; price: number }

/** Up to three goods to be had in place of each of these products: of its kind first, the newest of the shop else. */
export async function listAlternatives(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  productIds: readonly string[]
): Promise<Map<string, Alternative[]>> {
  if (productIds.length === 0) return new Map()
  const { rows } = await sql<Alternative & { insteadOf: string }>`
    select old.id as "insteadOf", a.handle, a.title, a.price
    from products old cross join lateral (
      select p.handle, p.title, min(v.price) as price, p.product_type is not distinct from old.product_type as alike,
        p.updated_at
      from products p join variants v on v.shop_id = ${shopId} and v.product_id = p.id and v.archived_at is null
      where p.shop_id = ${shopId} and p.state = 'active' and ${toBeHad(
        shopId,
        sql`exists (select 1 from stock s where s.shop_id = ${shopId} and s.variant_id = v.id
          and s.on_hand > s.reserved)`
      )}
      group by p.id, p.handle, p.title, p.product_type, p.updated_at
      order by (p.id = old.id) desc, alike desc, p.updated_at desc limit 3) a
    where old.shop_id = ${shopId} and old.id = any(${productIds}::uuid[])`.execute(ctx.db)
  const like = new Map<string, Alternative[]>()
  for (const { insteadOf, ...alternative } of rows) {
    like.set(insteadOf, [...(like.get(insteadOf) ?? []), alternative])
  }
  return like
}
