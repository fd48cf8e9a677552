import { error } from '@sveltejs/kit'
import { orderPath } from '#domain/attribution/index.ts'
import { findOrder } from '#domain/orders/index.ts'
import { isUuid } from '#platform/ids.ts'
import type { PageServerLoad } from './$types'

/** The path of one order back to its post. */
export const load: PageServerLoad = async ({ locals: { ctx, shop }, params }) => {
  const order = isUuid(params.id) && (await findOrder(ctx, shop.id, params.id))
  if (!order) error(404, 'No such order.')
  return { number: order.number, path: await orderPath(ctx, shop.id, params.id) }
}
