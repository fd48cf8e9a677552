import { openCampaigns } from '#domain/campaigns/index.ts'
import { listProducts } from '#domain/catalog/index.ts'
import { createLink, listLinks, setLinkDisabled } from '#domain/links/index.ts'
import { listPosts } from '#domain/posts/index.ts'
import { settle } from '#domain/projections.ts'
import { fieldsOf, refuse } from '../../refuse.ts'
import { linkInputOf } from './read-link.ts'
import type { Actions, PageServerLoad } from './$types'

/** Links with what they brought, and what a new one may lead to. */
export const load: PageServerLoad = async ({ locals: { ctx, shop }, url }) => {
  const shares = url.searchParams.has('shares')
  await settle(ctx, shop.id)
  const [list, posts, shelf, campaigns] = await Promise.all([
    listLinks(ctx, shop.id, { shares, cursor: url.searchParams.get('after') }),
    listPosts(ctx, shop.id, { state: 'published', limit: 100 }),
    listProducts(ctx, shop.id, { limit: 100 }),
    openCampaigns(ctx, shop.id)
  ])
  return {
    ...{ ...list, shares, origin: url.origin },
    posts: posts.posts.map(({ id, title, words }) => ({ id, name: title || words.slice(0, 60) })),
    products: shelf.products.map(({ id, title }) => ({ id, name: title })),
    campaigns: campaigns.map(({ id, name }) => ({ id, name }))
  }
}

export const actions: Actions = {
  create: async (event) => {
    const fields = await fieldsOf(event)
    const { ctx, actor, shop } = event.locals
    const input = linkInputOf(fields, { host: event.url.host, timezone: shop.timezone })
    const outcome = input.ok ? await createLink(ctx, actor, input.value) : input
    return outcome.ok ? { made: outcome.value.code } : refuse(event, outcome, { ...fields, form: 'create' })
  },
  disable: async (event) => {
    const { code = '', disabled } = await fieldsOf(event)
    const change = { code, disabled: disabled === 'true' }
    const outcome = await setLinkDisabled(event.locals.ctx, event.locals.actor, change)
    return outcome.ok ? { saved: code } : refuse(event, outcome)
  }
}
