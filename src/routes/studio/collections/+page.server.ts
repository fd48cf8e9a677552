import { fail } from '@sveltejs/kit'
import { can } from '#domain/accounts/index.ts'
import { listCollections, removeCollection, saveCollection } from '#domain/catalog/index.ts'
import { fieldsOf, refuse } from '../../refuse.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor } }) => ({
  collections: await listCollections(ctx, shop.id),
  mayWrite: can(actor, 'products.write')
})

export const actions: Actions = {
  save: async (event) => {
    const { id, title = '', handle, description, position, products, ...rest } = await fieldsOf(event)
    const outcome = await saveCollection(event.locals.ctx, event.locals.actor, {
      ...(id && { id }),
      ...{ title, handle, description },
      position: Number(position) || 0,
      ...(products !== undefined && { productIds: products.split(' ').filter(Boolean) })
    })
    const typed = { id: id ?? '', title, handle: handle ?? '', description: description ?? '', ...rest }
    return outcome.ok ? { saved: outcome.value.id } : refuse(event, outcome, typed)
  },
  remove: async (event) => {
    const { id = '' } = await fieldsOf(event)
    const outcome = await removeCollection(event.locals.ctx, event.locals.actor, id)
    return outcome.ok ? { removed: outcome.value } : fail(404, { refusal: outcome.refusal })
  }
}
