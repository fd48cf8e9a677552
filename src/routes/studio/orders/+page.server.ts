import { countOrders, listOrders, ORDER_FILTERS } from '#domain/orders/index.ts'
import { listStores } from '#domain/stores/index.ts'
import type { PageServerLoad } from './$types'

/** The shop's orders, newest first: all, or those that wait for something, or those that match what is looked for. */
export const load: PageServerLoad = async ({ locals: { ctx, shop }, url }) => {
  const asked = url.searchParams.get('filter')
  const filter = ORDER_FILTERS.find((one) => one === asked) ?? 'all'
  const search = url.searchParams.get('q')?.trim().slice(0, 100) ?? ''
  const [list, counts, stores] = await Promise.all([
    listOrders(ctx, shop.id, { filter, search, cursor: url.searchParams.get('after') }),
    countOrders(ctx, shop.id),
    listStores(ctx, shop.id)
  ])
  return { ...list, filter, search, counts, sellsElsewhere: stores.length > 0 }
}
