import { sql } from 'kysely'
import type { Context } from '#context'
import { within, type Window } from './window.ts'

/** How many different visitors tapped something. A visitor without an account is a new one each day. */
export async function clickingVisitors(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  window: Window,
  postId?: string
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct actor) as n from ledger
    where shop_id = ${shopId} and kind = 'click' and ${within(sql`occurred_at`, window)}
      ${postId ? sql`and post_id = ${postId}` : sql``}`.execute(db)
  return rows[0]!.n
}
