import type { Context } from '#context'

/** Notes that a feed was fetched, and by whom: the studio says so, and an owner sees that the network really comes. */
export async function noteFetch(
  ctx: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  feedId: string,
  userAgent: string
): Promise<void> {
  await ctx.db
    .updateTable('feeds')
    .set({ fetched_at: ctx.clock.now(), fetched_by: userAgent.slice(0, 200) })
    .where('shop_id', '=', shopId)
    .where('id', '=', feedId)
    .execute()
}
