import { z } from '@hono/zod-openapi'
import { moment } from '../fields.ts'

export const Campaign = z
  .object({
    id: z.uuid(),
    name: z.string(),
    slug: z.string(),
    hashtag: z.string().nullable(),
    startsAt: moment.nullable(),
    endsAt: moment.nullable(),
    createdAt: moment,
    archivedAt: moment.nullable()
  })
  .openapi('Campaign')

export const CampaignLine = Campaign.extend({
  posts: z.int(),
  likes: z.int(),
  comments: z.int(),
  shares: z.int()
}).openapi('CampaignLine')

export const CampaignFields = z
  .strictObject({
    name: z.string().max(320),
    hashtag: z.string().max(244).nullish(),
    startsAt: moment.nullish(),
    endsAt: moment.nullish()
  })
  .openapi('CampaignFields')
