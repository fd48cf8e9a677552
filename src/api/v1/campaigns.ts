import {
  archiveCampaign,
  changeCampaign,
  createCampaign,
  findCampaign,
  listCampaigns,
  type CampaignInput
} from '#domain/campaigns/index.ts'
import { done } from '#platform/outcome.ts'
import { z } from '@hono/zod-openapi'
import { openApp } from '../app.ts'
import { byId, dateOf, flag, found, pageOf } from '../fields.ts'
import { operation } from '../operation.ts'
import { Campaign, CampaignFields, CampaignLine } from './campaigns.schema.ts'

/** Why posts are made. */
export const campaigns = openApp()

const permission = 'campaigns.write'
const example = { name: 'Harvest', hashtag: 'harvest', startsAt: '2026-09-01T00:00:00Z', endsAt: null }

const inputOf = ({ name, hashtag, startsAt, endsAt }: z.output<typeof CampaignFields>): CampaignInput => ({
  name,
  hashtag: hashtag ?? null,
  startsAt: dateOf(startsAt) ?? null,
  endsAt: dateOf(endsAt) ?? null
})

operation(
  campaigns,
  {
    ...{ name: 'listCampaigns', method: 'get', path: '/', permission, paged: true },
    summary: 'List campaigns, newest first',
    query: z.object({ archived: flag.optional() }),
    answer: pageOf('campaigns', CampaignLine)
  },
  async ({ ctx, shop, query, page }) =>
    done(await listCampaigns(ctx, shop.id, { archived: query.archived === 'true', ...page }))
)

operation(
  campaigns,
  {
    ...{ name: 'createCampaign', method: 'post', path: '/', permission, status: 201 },
    summary: 'Make a campaign',
    body: CampaignFields,
    example,
    answer: Campaign
  },
  async ({ ctx, actor, shop, body }) => {
    const made = await createCampaign(ctx, actor, inputOf(body))
    return made.ok ? found(await findCampaign(ctx, shop.id, made.value), 'campaign_not_found') : made
  }
)

operation(
  campaigns,
  {
    ...{ name: 'getCampaign', method: 'get', path: '/{id}', permission, params: byId, watches: 'campaign' },
    summary: 'One campaign',
    answer: Campaign,
    refusals: ['campaign_not_found']
  },
  async ({ ctx, shop, params }) => found(await findCampaign(ctx, shop.id, params.id), 'campaign_not_found')
)

operation(
  campaigns,
  {
    ...{
      name: 'changeCampaign',
      method: 'put',
      path: '/{id}',
      permission,
      params: byId,
      watches: 'campaign'
    },
    summary: 'Change a campaign',
    body: CampaignFields,
    example,
    answer: Campaign,
    refusals: ['campaign_not_found']
  },
  async ({ ctx, actor, shop, params, body }) => {
    const changed = await changeCampaign(ctx, actor, { campaignId: params.id, ...inputOf(body) })
    return changed.ok ? found(await findCampaign(ctx, shop.id, params.id), 'campaign_not_found') : changed
  }
)

for (const [method, archived] of [
  ['put', true],
  ['delete', false]
] as const) {
  operation(
    campaigns,
    {
      ...{
        name: archived ? 'archiveCampaign' : 'unarchiveCampaign',
        method,
        path: '/{id}/archive',
        permission
      },
      summary: archived ? 'Put a campaign away' : 'Take a campaign out again',
      ...{ params: byId, watches: 'campaign' },
      refusals: ['campaign_not_found']
    },
    async ({ ctx, actor, params }) => archiveCampaign(ctx, actor, { campaignId: params.id, archived })
  )
}
