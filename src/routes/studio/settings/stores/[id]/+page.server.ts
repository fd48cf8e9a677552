import { error } from '@sveltejs/kit'
import { changeStore, findStore, setStoreDisabled } from '#domain/stores/index.ts'
import { fieldsOf, refuse } from '../../../../refuse.ts'
import { storeChangeOf, typedOf } from '../read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop }, params, url }) => {
  const store = await findStore(ctx, shop.id, params.id)
  if (!store) error(404, 'No such store.')
  return { store, made: url.searchParams.has('made') }
}

export const actions: Actions = {
  change: async (event) => {
    const { ctx, actor } = event.locals
    const fields = await fieldsOf(event)
    const version = Number(fields.version || 0)
    const change = { storeId: event.params.id, version, ...storeChangeOf(fields) }
    const changed = await changeStore(ctx, actor, change)
    return changed.ok ? { said: 'saved' } : refuse(event, changed, typedOf(fields))
  },
  disable: async (event) => {
    const { ctx, actor } = event.locals
    const { disabled } = await fieldsOf(event)
    const set = await setStoreDisabled(ctx, actor, { storeId: event.params.id, disabled: disabled === 'yes' })
    return set.ok ? { said: 'saved' } : refuse(event, set)
  }
}
