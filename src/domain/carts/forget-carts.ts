import { sql } from 'kysely'
import type { Context } from '#context'

/**
 * Deletes guests' carts that nobody touched since then and that led to no order, with whatever was typed into them: a
 * slice of them. Answers how many. A member's cart stays until the member empties it.
 */
export async function forgetCarts(ctx: Pick<Context, 'db'>, shopId: number, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    with old as (
      select id from carts c
      where c.shop_id = ${shopId} and c.state in ('open', 'abandoned') and c.updated_at < ${before}
        and (c.member_id is null or c.state = 'abandoned')
        and not exists (select 1 from reservations r where r.shop_id = ${shopId} and r.cart_id = c.id)
        and not exists (select 1 from orders o where o.shop_id = ${shopId} and o.cart_id = c.id)
      limit 1000 for update of c skip locked)
    delete from carts c using old where c.shop_id = ${shopId} and c.id = old.id`.execute(ctx.db)
  return Number(numAffectedRows)
}
