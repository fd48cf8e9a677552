import { sql } from 'kysely'
import type { Context } from '#context'

const AT_A_TIME = 1_000

/**
 * Deletes guests' carts that nobody touched since then and that led to no order, with whatever was typed into them, and
 * the address and e-mail out of every other: what was ordered has them in its order, and goods alone need none. A slice
 * of each. Answers how many. A member's goods stay until the member takes them out. A declined attempt is no order;
 * should its money turn up yet, it is paid back.
 */
export async function forgetCarts(ctx: Pick<Context, 'db'>, shopId: number, before: Date): Promise<number> {
  const gone = await sql`
    with old as (
      select id from carts c
      where c.shop_id = ${shopId} and c.state in ('open', 'abandoned') and c.updated_at < ${before}
        and (c.member_id is null or c.state = 'abandoned')
        and not exists (select 1 from reservations r where r.shop_id = ${shopId} and r.cart_id = c.id)
        and not exists (select 1 from orders o where o.shop_id = ${shopId} and o.cart_id = c.id
          and o.state <> 'declined')
      limit ${AT_A_TIME} for update of c skip locked)
    delete from carts c using old where c.shop_id = ${shopId} and c.id = old.id`.execute(ctx.db)
  // Of one that is being paid for the answer is awaited.
  const blanked = await sql`
    with old as (
      select id from carts c
      where c.shop_id = ${shopId} and c.state <> 'paying' and c.updated_at < ${before}
        and (c.email is not null or c.ship_to is not null)
      limit ${AT_A_TIME} for update of c skip locked)
    update carts c set email = null, ship_to = null from old where c.shop_id = ${shopId} and c.id = old.id`.execute(
    ctx.db
  )
  return Number(gone.numAffectedRows) + Number(blanked.numAffectedRows)
}
