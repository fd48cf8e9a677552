import { sql } from 'kysely'
import type { Context } from '#context'

const GUEST_DAYS = 60
const DAY_MS = 86_400_000

/**
 * Deletes guests' carts that nobody touched for sixty days and that led to no order, with whatever was typed into
 * them. Answers how many. A member's cart stays until the member empties it.
 */
export async function forgetCarts(ctx: Pick<Context, 'db' | 'clock'>, shopId: number): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - GUEST_DAYS * DAY_MS)
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
