import { sql } from 'kysely'
import type { Context } from '#context'
import { booksOf } from '../books/books-of.ts'
import { IS_OPEN } from './blank-orders.ts'

/** What of somebody is kept when they are erased, to be said before. */
export type WhatStays = {
  /** Orders in the books, and how many of them are open and keep whom to write to until they are closed. */
  orders: number
  open: number
  /** How long the books are kept after the order's year, and whether with name and address. */
  years: number
  buyer: boolean
}

/** Of somebody without an address nothing is found by it: blanked orders have none either. */
export async function whatStays(
  ctx: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  who: { memberId: string } | { address: string | null }
): Promise<WhatStays> {
  const theirs =
    'memberId' in who
      ? sql`o.member_id = ${who.memberId}`
      : sql`o.member_id is null and lower(o.email) = ${who.address?.toLowerCase() || null}`
  const { rows } = await sql<{ orders: number; open: number }>`
    select count(*)::int as orders, (count(*) filter (where ${IS_OPEN}))::int as open from orders o
    where o.shop_id = ${shopId} and o.number is not null and ${theirs}`.execute(ctx.db)
  const { years, buyer } = await booksOf(ctx, shopId)
  return { ...rows[0]!, years, buyer }
}
