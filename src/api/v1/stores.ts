import { z } from '@hono/zod-openapi'
import {
  changeStore,
  createStore,
  findStore,
  listStores,
  setStoreDisabled,
  type Store as Kept
} from '#domain/stores/index.ts'
import { done } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId, found } from '../fields.ts'
import { operation, type Ask } from '../operation.ts'
import { Store, StoreChangeFields, StoreFields } from './stores.schema.ts'

/** Stores elsewhere in which goods of this shop are sold. */
export const stores = openApp()

const permission = 'shop.settings'
const refusals = ['store_not_found']
const one = { path: '/{id}', permission, params: byId, refusals } as const

operation(
  stores,
  {
    ...{ name: 'listStores', method: 'get', path: '/', permission, summary: 'List stores elsewhere' },
    answer: z.object({ stores: z.array(Store) })
  },
  async ({ ctx, shop }) => done({ stores: (await listStores(ctx, shop.id)).map(view) })
)

operation(
  stores,
  {
    ...{ name: 'createStore', method: 'post', path: '/', permission, status: 201, body: StoreFields },
    ...{ answer: Store, summary: 'Make a store elsewhere known' },
    description: 'Nothing is asked of the store. Its kind stays; `secret` is never told again.',
    example: { name: 'Harbour goods', kind: 'shopify', address: 'https://harbour.myshopify.com' },
    refusals: ['store_address_refused', 'too_many_stores']
  },
  async (ask) => {
    const made = await createStore(ask.ctx, ask.actor, ask.body)
    return made.ok ? show(ask, made.value.id) : made
  }
)

operation(
  stores,
  { ...one, name: 'getStore', method: 'get', summary: 'One store elsewhere', answer: Store, versioned: true },
  async (ask) => show(ask, ask.params.id)
)

operation(
  stores,
  {
    ...{ ...one, name: 'changeStore', method: 'patch', answer: Store, versioned: true },
    ...{ summary: 'Change a store’s name, address or secret', body: StoreChangeFields },
    example: { name: 'Harbour goods' },
    refusals: [...refusals, 'store_stale', 'store_address_refused']
  },
  async (ask) => {
    const { ctx, actor, shop, params, body } = ask
    const version = ask.version ?? (await findStore(ctx, shop.id, params.id))?.version ?? 0
    const changed = await changeStore(ctx, actor, { storeId: params.id, version, ...body })
    return changed.ok ? show(ask, params.id) : changed
  }
)

for (const [method, disabled] of [
  ['put', true],
  ['delete', false]
] as const) {
  operation(
    stores,
    {
      ...{ ...one, name: disabled ? 'disableStore' : 'enableStore', method, path: '/{id}/disablement' },
      ...{ summary: disabled ? 'Send no more carts to a store' : 'Send carts to a store again' },
      ...{ versioned: true, refusals: [...refusals, 'store_stale'] }
    },
    async ({ ctx, actor, params, version }) =>
      setStoreDisabled(ctx, actor, { storeId: params.id, disabled, version })
  )
}

const show = async ({ ctx, shop }: Pick<Ask<never, never, never>, 'ctx' | 'shop'>, id: string) => {
  const store = await findStore(ctx, shop.id, id)
  return found(store && view(store), 'store_not_found')
}

const view = ({ inbox: _inbox, ...store }: Kept) => store
