import { fail, redirect } from '@sveltejs/kit'
import { archiveCampaign, changeCampaign, createCampaign, listCampaigns } from '#domain/campaigns/index.ts'
import { isUuid } from '#platform/ids.ts'
import type { Outcome } from '#platform/outcome.ts'
import { asTyped, readCampaign } from './read-campaign.ts'
import type { Actions, PageServerLoad } from './$types'

/** Why posts are made: the open campaigns, or those put away. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const archived = url.searchParams.get('state') === 'archived'
  const cursor = url.searchParams.get('after')
  return { ...(await listCampaigns(locals.ctx, locals.shop.id, { archived, cursor })), archived }
}

function answer(outcome: Outcome<unknown>, form: FormData, url: URL) {
  if (outcome.ok) redirect(303, url.pathname + url.search.replace(/[?&]\/\w+=?/, ''))
  const campaignId = form.get('campaign') as string | null
  return fail(422, { refusal: outcome.refusal, detail: outcome.detail, typed: asTyped(form), campaignId })
}

export const actions: Actions = {
  create: async ({ locals, request, url }) => {
    const form = await request.formData()
    return answer(
      await createCampaign(locals.ctx, locals.actor, readCampaign(form, locals.shop.timezone)),
      form,
      url
    )
  },
  change: async ({ locals, request, url }) => {
    const form = await request.formData()
    const campaignId = String(form.get('campaign'))
    if (!isUuid(campaignId)) return fail(422, { refusal: 'invalid' })
    const input = { campaignId, ...readCampaign(form, locals.shop.timezone) }
    return answer(await changeCampaign(locals.ctx, locals.actor, input), form, url)
  },
  archive: async ({ locals, request, url }) => {
    const form = await request.formData()
    const campaignId = String(form.get('campaign'))
    if (!isUuid(campaignId)) return fail(422, { refusal: 'invalid' })
    const archived = form.get('archived') === 'on'
    return answer(await archiveCampaign(locals.ctx, locals.actor, { campaignId, archived }), form, url)
  }
}
