import { sql } from 'kysely'
import type { Context } from '#context'

/** What a new shop needs before it can sell, and whether it is there: looked up, not ticked by hand. */
export type Opening = {
  /** Something is on sale. */
  goods: boolean
  /** A post is out, or waits for its time. */
  post: boolean
  /**
   * The prices of delivery are the shop's own, or it said that those it started with are right. A name that begins with
   * @ is still one of those.
   */
  delivery: boolean
  /** A link was made, or someone who does not work here came by. */
  shared: boolean
}

/** How far a shop's opening is; null when all of it is there, and from the first order on. */
export async function openingOf({ db }: Pick<Context, 'db'>, shopId: number): Promise<Opening | null> {
  const { rows } = await sql<Opening & { sold: boolean }>`
    select
      exists (select 1 from products where shop_id = ${shopId} and state = 'active') as goods,
      exists (select 1 from posts where shop_id = ${shopId} and state in ('published', 'scheduled')) as post,
      exists (select 1 from shipping_rates where shop_id = ${shopId} and name not like '@%')
        or exists (select 1 from shops where shop_id = ${shopId} and delivery_confirmed_at is not null) as delivery,
      exists (select 1 from links where shop_id = ${shopId} and kind <> 'share')
        or exists (select 1 from rollup_hours where shop_id = ${shopId} and dimension = 'shop' and key = ''
          and kind in ('view', 'product_view', 'click')) as shared,
      exists (select 1 from orders where shop_id = ${shopId}) as sold`.execute(db)
  const { sold, ...opening } = rows[0]!
  return sold || Object.values(opening).every(Boolean) ? null : opening
}
