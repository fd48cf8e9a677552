import { can } from '#domain/accounts/index.ts'
import { countOrders } from '#domain/orders/index.ts'
import type { LayoutServerLoad } from './$types'

/** What waits to be done stands beside its room's name. */
export const load: LayoutServerLoad = async ({ locals: { ctx, shop, actor } }) => {
  const unsent = can(actor, 'orders.read') ? (await countOrders(ctx, shop.id)).unsent : 0
  return { todo: { '/studio/orders': unsent } }
}
