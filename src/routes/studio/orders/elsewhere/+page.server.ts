import { listStoreOrders } from '#domain/store-orders/index.ts'
import { listStores } from '#domain/stores/index.ts'
import type { PageServerLoad } from './$types'

/** Orders in stores elsewhere, newest first: all, of one store, or only those that came from here. */
export const load: PageServerLoad = async ({ locals: { ctx, shop }, url }) => {
  const stores = await listStores(ctx, shop.id)
  const store = stores.find(({ id }) => id === url.searchParams.get('store'))
  const ours = url.searchParams.has('ours')
  const cursor = url.searchParams.get('after')
  const list = await listStoreOrders(ctx, shop.id, { storeId: store?.id, ours, cursor })
  return {
    ...list,
    ours,
    store: store?.id ?? '',
    stores: stores.map(({ id, name }) => ({ id, name })),
    currency: shop.currency
  }
}
