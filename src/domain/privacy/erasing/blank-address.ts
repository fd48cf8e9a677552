import { sql } from 'kysely'
import type { Context } from '#context'
import { forgetLeftOutOf } from '#domain/imports/index.ts'
import { addressPattern } from '#platform/address-pattern.ts'
import { inSlices, SLICE, touched, type Erasure } from './erasure.ts'

/**
 * What is known by the person rather than by an id: their carts, letters to them, invitations, what an import noted of
 * them. What came after they asked is somebody's who came back.
 */
export async function blankAddress(ctx: Context, erasure: Erasure): Promise<void> {
  const { shopId, address } = erasure
  await inSlices(ctx, (tx) => touched(tx, blankCarts(ctx, erasure)))
  if (!address) return
  await inSlices(ctx, (tx) => touched(tx, dropLetters(erasure)))
  await ctx.db
    .deleteFrom('member_invites')
    .where('shop_id', '=', shopId)
    .where((eb) => eb(eb.fn('lower', ['email']), '=', address))
    .execute()
  await inSlices(ctx, (tx) => touched(tx, blankRemarks(erasure)))
  await forgetLeftOutOf(ctx, shopId, address)
}

/** A cart that nobody can open any more; what it holds of the stock runs out by itself. */
function blankCarts(ctx: Context, { shopId, subject, subjectId, address, askedAt }: Erasure) {
  const theirs = sql`(${subject === 'member' ? sql`c.member_id = ${subjectId}` : sql`false`}
    or (c.member_id is null and ${address}::text is not null and lower(c.email) = ${address}
      and c.created_at <= ${askedAt})
    or (c.member_id is null and (c.email is not null or c.ship_to is not null) and exists (select from orders o
      where o.shop_id = ${shopId} and o.cart_id = c.id and o.erased_at is not null)))`
  return sql`
    update carts c set member_id = null, email = null, ship_to = null,
      state = case c.state when 'open' then 'abandoned' else c.state end
    where c.shop_id = ${shopId}
      and c.id in (select c.id from carts c where c.shop_id = ${shopId} and ${theirs} limit ${SLICE})`
}

const dropLetters = ({ shopId, address, askedAt }: Erasure) => sql`
  delete from mails where shop_id = ${shopId} and id in (select l.id from mails l
    where l.shop_id = ${shopId} and lower(l.to_address) = ${address} and l.created_at <= ${askedAt}
      and not (starts_with(l.kind, 'order_') and exists (select from orders o
        where o.shop_id = ${shopId} and lower(o.email) = ${address})) limit ${SLICE})`

/** Rows of files that an import could not take in, as they were written; a customer's are noted under who it is. */
function blankRemarks({ shopId, address }: Erasure) {
  const theirs = addressPattern(address!, 'sql')
  return sql`
    update import_problems u set raw = null, detail = null, handle = case when p.nameless then null else u.handle end
    from (select p.import_id, p.n, i.kind = 'customers' or lower(p.handle) = ${address} as nameless
      from import_problems p join imports i on i.shop_id = p.shop_id and i.id = p.import_id
      where p.shop_id = ${shopId}
        and (lower(p.handle) = ${address} or lower(p.raw) ~ ${theirs} or lower(p.detail) ~ ${theirs})
      limit ${SLICE}) p
    where u.shop_id = ${shopId} and u.import_id = p.import_id and u.n = p.n`
}
