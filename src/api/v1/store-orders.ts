import { z } from '@hono/zod-openapi'
import {
  listStoreMessages,
  listStoreOrders,
  setStoreSecret,
  storeResults
} from '#domain/store-orders/index.ts'
import { findStore } from '#domain/stores/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId, flag, pageOf } from '../fields.ts'
import { operation } from '../operation.ts'
import {
  NewStoreSecret,
  SecretFields,
  StoreMessage,
  StoreOrder,
  StoreResults
} from './store-orders.schema.ts'

/** What comes back from stores elsewhere: what they said, and which orders came from here. */
export const storeOrders = openApp()

const refusals = ['store_not_found'] as const
const one = { params: byId, refusals } as const

operation(
  storeOrders,
  {
    ...{ ...one, name: 'listStoreOrders', method: 'get', path: '/{id}/orders', paged: true },
    ...{ permission: 'orders.read', answer: pageOf('orders', StoreOrder) },
    query: z.object({ ours: flag.optional().describe('Only those that came from here.') }),
    summary: 'A store’s orders, newest first'
  },
  async ({ ctx, shop, params, query, page }) => {
    if (!(await findStore(ctx, shop.id, params.id))) return refused('store_not_found')
    const ours = query.ours === 'true'
    return done(await listStoreOrders(ctx, shop.id, { storeId: params.id, ours, ...page }))
  }
)

operation(
  storeOrders,
  {
    ...{ ...one, name: 'listStoreMessages', method: 'get', path: '/{id}/messages' },
    ...{ permission: 'shop.settings', answer: z.object({ messages: z.array(StoreMessage) }) },
    summary: 'What a store said in the last thirty days, newest first, at most a hundred'
  },
  async ({ ctx, shop, params }) => {
    if (!(await findStore(ctx, shop.id, params.id))) return refused('store_not_found')
    return done({ messages: await listStoreMessages(ctx, shop.id, params.id, 100) })
  }
)

operation(
  storeOrders,
  {
    ...{ ...one, name: 'getStoreResults', method: 'get', path: '/{id}/results' },
    ...{ permission: 'results.read', answer: StoreResults },
    summary: 'What came of the carts handed over to it in ninety days'
  },
  async ({ ctx, shop, params }) => {
    if (!(await findStore(ctx, shop.id, params.id))) return refused('store_not_found')
    return done(await storeResults(ctx, shop.id, params.id))
  }
)

operation(
  storeOrders,
  {
    ...{ ...one, name: 'setStoreSecret', method: 'post', path: '/{id}/secret' },
    ...{ permission: 'shop.settings', body: SecretFields, example: {}, answer: NewStoreSecret },
    summary: 'What its webhooks are signed with: the store’s own, or a new one of ours',
    description: 'The one before is believed beside it for a day.'
  },
  async ({ c, ctx, actor, params, body }) => {
    c.header('cache-control', 'no-store')
    return setStoreSecret(ctx, actor, { storeId: params.id, ...body })
  }
)
