import { z } from 'zod'
import { cleanLine } from '#platform/text.ts'

export const CAMPAIGN_LIMITS = { name: 80, hashtag: 60 }

const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform(cleanLine)
    .pipe(z.string().max(max))

/** A hashtag is given with or without its sign, and kept without. */
const hashtag = line(CAMPAIGN_LIMITS.hashtag + 1)
  .transform((text) => text.replace(/^#/, ''))
  .pipe(z.union([z.literal(''), z.string().regex(/^[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*$/u)]))
  .transform((text) => text || null)

export const campaignInput = z
  .object({
    name: line(CAMPAIGN_LIMITS.name).pipe(z.string().min(1)),
    hashtag: hashtag.nullable().default(null),
    startsAt: z.date().nullable().default(null),
    endsAt: z.date().nullable().default(null)
  })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt < endsAt, { path: ['endsAt'] })
export type CampaignInput = z.input<typeof campaignInput>
