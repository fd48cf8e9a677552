import { z } from '@hono/zod-openapi'
import { feedChange, feedInput } from '#domain/feeds/index.ts'
import { count, moment } from '../fields.ts'

const { settings, network, locale } = feedInput.shape

export const FeedFields = feedInput.strict().openapi('FeedFields')
export const FeedChangeFields = feedChange.strict().openapi('FeedChangeFields')

/** A product feed with what its last look through the catalogue found. */
export const Feed = z
  .object({
    id: z.uuid(),
    name: z.string(),
    network,
    country: z.string(),
    locale,
    settings,
    addresses: z.object({ xml: z.url(), csv: z.url(), tsv: z.url() }),
    /** The short link under which the feed's visitors are counted. */
    link: z.string(),
    version: z.int(),
    items: count.describe('Told to the network at the last look.'),
    refused: count.describe('Left out, because the network would refuse them.'),
    checkedAt: moment.nullable(),
    fetchedAt: moment.nullable(),
    fetchedBy: z.string().nullable(),
    disabledAt: moment.nullable(),
    createdAt: moment
  })
  .openapi('Feed')

const value = z.union([
  z.string(),
  z.array(z.string()),
  z.array(z.object({ country: z.string(), service: z.string(), price: z.string() }))
])

export const FeedChange = z
  .object({
    id: z.string().describe('The item’s id at the network.'),
    changedAt: moment,
    method: z.enum(['upsert', 'delete']),
    item: z.record(z.string(), value).optional().describe('The item’s fields, of an upsert.')
  })
  .openapi('FeedChange')

export const FeedProblem = z
  .object({
    variantId: z.uuid(),
    productId: z.uuid(),
    itemId: z.string(),
    title: z.string(),
    options: z.array(z.string()),
    refused: z.boolean(),
    problems: z.array(z.string())
  })
  .openapi('FeedProblem')
