import { redirect } from '@sveltejs/kit'
import { pathIn } from '#domain/shops/index.ts'
import { createStore, listStores } from '#domain/stores/index.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { storeInputOf, typedOf } from './read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop } }) => ({
  stores: await listStores(ctx, shop.id)
})

export const actions: Actions = {
  create: async (event) => {
    const { ctx, actor, shop, locale } = event.locals
    const fields = await fieldsOf(event)
    const made = await createStore(ctx, actor, storeInputOf(fields))
    if (!made.ok) return refuse(event, made, typedOf(fields))
    redirect(303, pathIn(locale, shop, `/studio/settings/stores/${made.value.id}?made`))
  }
}
