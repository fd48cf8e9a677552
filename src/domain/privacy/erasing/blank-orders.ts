import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { booksOf, type Books } from '../books/books-of.ts'
import { inSlices, SLICE, type Erasure } from './erasure.ts'

/** Whoever must still be sent something, or be paid back, is still written to. */
export const IS_OPEN = sql`(o.state = 'placing' or o.payment_state in ('processing', 'pending')
  or (o.state = 'placed' and o.fulfilment_state <> 'fulfilled' and o.payment_state not in ('refunded', 'void'))
  or exists (select from refunds r where r.shop_id = o.shop_id and r.order_id = o.id and r.state = 'processing'))`

/** The member's orders, a guest's, and those that were ordered without an account by an address that is theirs. */
const ordersOf = ({ subject, subjectId, orderIds, address, askedAt }: Erasure) => sql`(
  ${subject === 'member' ? sql`o.member_id = ${subjectId}` : sql`false`}
  or o.id = any(${orderIds}::uuid[])
  or (${address}::text is not null and lower(o.email) = ${address} and o.member_id is null
    and o.created_at <= ${askedAt}))`

/** Marks the person's orders: what of the buyer the books do not need goes now, of open ones when they are closed. */
export async function blankOrdersOf(ctx: Context, erasure: Erasure): Promise<void> {
  const { shopId } = erasure
  const now = ctx.clock.now()
  await inSlices(ctx, async (tx) => {
    const { rows } = await sql<{ id: string; cartId: string }>`
      update orders o set erased_at = coalesce(erased_at, ${now}), member_id = null
      where o.shop_id = ${shopId} and o.id in (select o.id from orders o where o.shop_id = ${shopId}
        and (o.erased_at is null or o.member_id is not null) and ${ordersOf(erasure)} limit ${SLICE})
      returning o.id, o.cart_id as "cartId"`.execute(tx)
    await cutPaths(tx, shopId, rows)
    return rows.length
  })
  await blankErasedOrders(ctx, shopId)
}

/** Nor does the way to an order lead to whoever went it: its visits and carts in the ledger are nobody's. */
async function cutPaths(tx: Tx, shopId: number, rows: readonly { id: string; cartId: string }[]) {
  if (rows.length === 0) return
  const [orders, carts] = [rows.map(({ id }) => id), rows.map(({ cartId }) => cartId)]
  await sql`update ledger set actor = null where shop_id = ${shopId}
    and subject_id = any(${[...orders, ...carts]}::uuid[]) and kind <> 'click' and actor is not null`.execute(
    tx
  )
  await sql`update touches t set visitor = null where t.shop_id = ${shopId} and t.visitor is not null and t.click_id in (
    select click_id from cart_touches where shop_id = ${shopId} and cart_id = any(${carts}::uuid[])
    union select click_id from orders where shop_id = ${shopId} and id = any(${orders}::uuid[]) and click_id is not null
    )`.execute(tx)
  await sql`update coupon_uses set email_key = null
    where shop_id = ${shopId} and order_id = any(${orders}::uuid[])`.execute(tx)
}

/** Orders of people who were erased, as soon as they are closed. Answers how many. */
export async function blankErasedOrders(ctx: Context, shopId: number): Promise<number> {
  const books = await booksOf(ctx, shopId)
  let count = 0
  await inSlices(ctx, async (tx) => {
    const n = await blankSome(
      ctx,
      tx,
      shopId,
      sql`o.erased_at is not null and o.email <> '' and not ${IS_OPEN}`,
      books
    )
    count += n
    return n
  })
  return count
}

/** Blanks the buyers of a slice of orders: all that the books do not need, or no longer need. Answers how many. */
export async function blankSome(
  ctx: Pick<Context, 'ids'>,
  tx: Tx,
  shopId: number,
  which: RawBuilder<unknown>,
  books: Pick<Books, 'buyer' | 'before'>
): Promise<number> {
  const { rows } = await sql<{ id: string; email: string; cartId: string }>`
    select o.id, lower(o.email) as email, o.cart_id as "cartId" from orders o
    where o.shop_id = ${shopId} and ${which} limit ${SLICE} for update`.execute(tx)
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  const tokens = ids.map(() => ctx.ids.secret(24))
  const stays = sql`(${books.buyer} and o.number is not null and coalesce(o.placed_at, o.created_at) >= ${books.before})`
  await sql`
    update orders o set email = '', note = null, member_id = null, token = v.token,
      ship_to = case when ${stays} then o.ship_to || '{"phone": ""}'
        else ${NOBODY_THERE} || jsonb_build_object('country', coalesce(o.ship_to ->> 'country', '')) end
    from unnest(${ids}::uuid[], ${tokens}::text[]) as v (id, token)
    where o.shop_id = ${shopId} and o.id = v.id`.execute(tx)
  await blankHistory(tx, shopId, ids)
  await blankTheirCarts(tx, shopId, [...new Set(rows.map(({ cartId }) => cartId))])
  await forgetOrderLetters(tx, shopId, [...new Set(rows.map(({ email }) => email))])
  return rows.length
}

const NOBODY_THERE = sql`'{"name": "", "phone": "", "line1": "", "line2": "", "postcode": "", "city": "", "region": ""}'::jsonb`

/** What was typed before ordering. A cart that is still being filled, after a declined card, is not the order's. */
async function blankTheirCarts(tx: Tx, shopId: number, ids: readonly string[]) {
  await sql`update carts set email = null, ship_to = null, member_id = null
    where shop_id = ${shopId} and id = any(${ids}::uuid[]) and state in ('ordered', 'abandoned')`.execute(tx)
}

/** What the staff wrote about the buyer, and how the parcel was followed. */
async function blankHistory(tx: Tx, shopId: number, ids: readonly string[]) {
  const these = sql`shop_id = ${shopId} and order_id = any(${ids}::uuid[])`
  await sql`update order_events set data = case kind when 'note' then '{"text": ""}' else data - 'tracking' - 'reason' end
    where ${these}`.execute(tx)
  await sql`update refunds set reason = null where ${these}`.execute(tx)
  await sql`update fulfilments set tracking = null where ${these}`.execute(tx)
  await sql`update coupon_uses set email_key = null where ${these}`.execute(tx)
}

/** Letters about orders, to addresses that no order tells any more. */
async function forgetOrderLetters(tx: Tx, shopId: number, addresses: readonly string[]) {
  await sql`delete from mails l where l.shop_id = ${shopId} and lower(l.to_address) = any(${addresses})
    and starts_with(l.kind, 'order_') and not exists (select from orders o
      where o.shop_id = ${shopId} and lower(o.email) = lower(l.to_address))`.execute(tx)
}
