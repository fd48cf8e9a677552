import { error } from '@sveltejs/kit'
import { openCampaigns } from '#domain/campaigns/index.ts'
import { listStudioProducts } from '#domain/catalog/index.ts'
import { findDraft } from '#domain/posts/index.ts'
import { isUuid } from '#platform/ids.ts'
import { localOf } from '#platform/local-time.ts'
import * as actionsOf from './actions.ts'
import type { PageServerLoad } from './$types'

/** A post in its composer, whatever its state. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { ctx, shop } = locals
  const draft = isUuid(params.id) ? await findDraft(ctx, shop.id, params.id) : undefined
  if (!draft) error(404, 'No such post.')
  const at = draft.publishAt ?? new Date(ctx.clock.now().getTime() + 3_600_000)
  const [campaigns, products] = await Promise.all([
    openCampaigns(ctx, shop.id),
    url.searchParams.has('tag') ? listStudioProducts(ctx, shop.id, { state: 'active', limit: 200 }) : null
  ])
  return {
    draft,
    campaigns: campaigns.map(({ id, name }) => ({ id, name })),
    products: products?.products.map(({ id, title }) => ({ id, title })) ?? null,
    at: localOf(at, shop.timezone)
  }
}

export const actions = { ...actionsOf }
