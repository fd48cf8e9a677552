import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/index.ts'
import { goodsColumns, type Goods } from './goods.ts'

export type CartLine = Goods & {
  quantity: number
  /** The price when it was put in: a page says when it is another one now. */
  priceSeen: number
  /** Bought by one tap; the size or colour is still to be chosen. */
  choiceOpen: boolean
  postId: string | null
  clickId: string | null
}

/** The lines of a cart with today's prices, in the order they were put in. One statement. */
export async function readLines(db: Db | Tx, shopId: number, cartId: string): Promise<CartLine[]> {
  const { rows } = await sql<CartLine>`
    select ${goodsColumns(shopId)}, l.quantity, l.price_seen as "priceSeen", l.choice_open as "choiceOpen",
      l.post_id as "postId", l.click_id as "clickId"
    from cart_lines l
    join variants v on v.shop_id = ${shopId} and v.id = l.variant_id
    join products p on p.shop_id = ${shopId} and p.id = v.product_id
    where l.shop_id = ${shopId} and l.cart_id = ${cartId}
    order by l.added_at, l.variant_id`.execute(db)
  return rows
}
