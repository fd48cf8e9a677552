import { error } from '@sveltejs/kit'
import { findOrderByToken, readHistory } from '#domain/orders/index.ts'
import type { PageServerLoad } from './$types'

/** An order for whoever has its address: a guest from the mail, in any browser. */
export const load: PageServerLoad = async ({ locals: { ctx, shop }, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' })
  const order = await findOrderByToken(ctx, shop.id, params.token)
  if (!order) error(404, 'No order is here.')
  const { fulfilments } = await readHistory(ctx, shop.id, order.id)
  const parcels = fulfilments.flatMap(({ carrier, tracking }) => (tracking ? [{ carrier, tracking }] : []))
  return { frame: 'wide' as const, order, parcels }
}
