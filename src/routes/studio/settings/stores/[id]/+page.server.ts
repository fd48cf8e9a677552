import { error } from '@sveltejs/kit'
import { can } from '#domain/accounts/index.ts'
import { originOf } from '#domain/shops/index.ts'
import { listStoreMessages, oldSecretUntil, storeResults, TOPICS } from '#domain/store-orders/index.ts'
import { findStore } from '#domain/stores/index.ts'
import * as deeds from './deeds.ts'
import { whyText } from './why-text.ts'
import type { Actions, PageServerLoad } from './$types'

const LINES = 30

/** One store elsewhere: how it is connected, what it said, and what came of the carts that went there. */
export const load: PageServerLoad = async ({ locals: { ctx, shop, actor }, params, url }) => {
  const store = await findStore(ctx, shop.id, params.id)
  if (!store) error(404, 'No such store.')
  const [origin, messages, until, results] = await Promise.all([
    originOf(ctx, shop.id, url.origin),
    listStoreMessages(ctx, shop.id, store.id, LINES),
    oldSecretUntil(ctx, shop.id, store.id),
    can(actor, 'results.read') ? storeResults(ctx, shop.id, store.id) : null
  ])
  return {
    store,
    made: url.searchParams.has('made'),
    hook: `${origin}/hooks/stores/${store.inbox}`,
    topics: TOPICS[store.kind],
    messages: messages.map((one) => ({ ...one, why: whyText(one.problem) })),
    oldSecretUntil: until,
    results,
    mayReadOrders: can(actor, 'orders.read')
  }
}

export const actions: Actions = { ...deeds }
