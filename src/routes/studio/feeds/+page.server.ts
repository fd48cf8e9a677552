import { redirect } from '@sveltejs/kit'
import { listCountries } from '#domain/delivery/index.ts'
import { createFeed, listFeeds } from '#domain/feeds/index.ts'
import { originOf } from '#domain/shops/index.ts'
import { fieldsOf, refuse } from '../../refuse.ts'
import { hereAs } from '../../visit.ts'
import type { Actions, PageServerLoad } from './$types'

/** The shop's product feeds, and what a new one may be for. */
export const load: PageServerLoad = async ({ locals: { ctx, shop, locale }, url }) => {
  const [feeds, countries, origin] = await Promise.all([
    listFeeds(ctx, shop.id),
    listCountries(ctx, shop.id, locale),
    originOf(ctx, shop.id, url.origin)
  ])
  return { feeds, countries, origin, country: shop.country }
}

export const actions: Actions = {
  create: async (event) => {
    const fields = await fieldsOf(event)
    const { ctx, actor } = event.locals
    const input = { ...fields, secret: fields.secret === 'on' } as never
    const made = await createFeed(ctx, actor, input)
    if (!made.ok) return refuse(event, made, { ...fields, form: 'create' })
    redirect(303, hereAs(event, `/studio/feeds/${made.value.id}`))
  }
}
