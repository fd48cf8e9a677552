import { sql } from 'kysely'
import { blankSome, booksOf, IS_OPEN } from '#domain/privacy/index.ts'
import { AT_A_TIME, type Slice } from '../rule.ts'

/**
 * Buyers of orders past the time of the books, here and at the shop's former system; and buyers who were erased, as soon
 * as their order is closed. Goods, sums, VAT, country, number and day stay.
 */
export const blankBooks: Slice = async ({ ctx, tx, shopId, before }) => {
  const books = { ...(await booksOf({ ...ctx, db: tx }, shopId)), before }
  const named = sql`(o.email <> '' or o.ship_to ->> 'name' <> '')`
  const which = sql`${named} and (coalesce(o.placed_at, o.created_at) < ${before}
    or (o.erased_at is not null and (o.email <> '' or not ${books.buyer}) and not ${IS_OPEN}))`
  const gone = await blankSome(ctx, tx, shopId, which, books)
  const past = await sql`
    update past_orders set contact_id = null, email = null, name = '', note = '', content_hash = ''
    where shop_id = ${shopId} and id in (select id from past_orders where shop_id = ${shopId} and placed_at < ${before}
      and (contact_id is not null or email is not null or name <> '' or note <> '') limit ${AT_A_TIME})`.execute(
    tx
  )
  return { gone: gone + Number(past.numAffectedRows), left: gone > 0 || Number(past.numAffectedRows) > 0 }
}
