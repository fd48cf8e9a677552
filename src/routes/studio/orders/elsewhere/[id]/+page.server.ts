import { error } from '@sveltejs/kit'
import { can } from '#domain/accounts/index.ts'
import { orderPath } from '#domain/attribution/index.ts'
import { findStoreOrder } from '#domain/store-orders/index.ts'
import type { PageServerLoad } from './$types'

/** One order in a store elsewhere, with the way it came. */
export const load: PageServerLoad = async ({ locals: { ctx, shop, actor }, params }) => {
  const order = await findStoreOrder(ctx, shop.id, params.id)
  if (!order) error(404, 'not_found')
  const path = await orderPath(ctx, shop.id, order.id)
  return { order, path, currency: shop.currency, maySeeStore: can(actor, 'shop.settings') }
}
