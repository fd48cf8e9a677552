import { sql } from 'kysely'
import type { Context } from '#context'
import { isUuid } from '#platform/ids.ts'
import { listAlternatives, type Alternative } from './alternatives.ts'

export type Gone = { title: string; alternatives: Alternative[] }

/** What someone just missed, by its product's or variant's id, and what they could have instead. */
export async function findGone(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  id: string | null
): Promise<Gone | null> {
  if (!isUuid(id)) return null
  const { rows } = await sql<{ id: string; title: string }>`
    select p.id, p.title from products p
    where p.shop_id = ${shopId} and p.state = 'active' and (p.id = ${id} or p.id = (
      select v.product_id from variants v where v.shop_id = ${shopId} and v.id = ${id}))`.execute(ctx.db)
  const product = rows[0]
  if (!product) return null
  const like = await listAlternatives(ctx, shopId, [product.id])
  return { title: product.title, alternatives: like.get(product.id) ?? [] }
}
