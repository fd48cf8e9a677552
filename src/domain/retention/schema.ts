import { z } from 'zod'

/** Days: how long a thing is kept when the shop says nothing, and between what it may say. 0 is: for good. */
export const RULES = {
  guest_carts: { days: 60, least: 7, most: 365 },
  letters: { days: 180, least: 30, most: 3_650 },
  /** Who looked at and tapped what. That it was looked at stays. */
  browsing: { days: 395, least: 30, most: 1_825 },
  /** Who came by which link or tap. */
  visits: { days: 90, least: 14, most: 730 },
  webhook_log: { days: 30, least: 7, most: 90 },
  /** Rows of people and orders that an import could not take in. */
  import_rows: { days: 30, least: 7, most: 365 },
  /** Counted from when an invitation ran out. */
  invites: { days: 30, least: 1, most: 365 },
  /** Members who were not seen for so long; 0 lets everybody stay. */
  inactive: { days: 0, least: 365, most: 3_650 }
} as const satisfies Record<string, { days: number; least: number; most: number }>

export type DaysRule = keyof typeof RULES
/** Buyers' names and addresses are kept by years, as the books' law counts. */
export type RuleName = DaysRule | 'orders'
export const DAYS_RULES = Object.keys(RULES) as DaysRule[]

/** What is deleted at a fixed time, by commands of their own; told on the same page. Hours. */
export const FIXED = { sessions: 60 * 24, api_replies: 24, import_files: 14 * 24, visitor_salts: 48 } as const

const days = (rule: DaysRule) => {
  const { days: usual, least, most } = RULES[rule]
  const within = z.coerce.number().int().min(least).max(most)
  return usual === 0 ? z.union([z.literal([0, '0']).transform(() => 0), within]) : within
}

export const RetentionInput = z.object({
  ...(Object.fromEntries(DAYS_RULES.map((rule) => [rule, days(rule).optional()])) as unknown as Record<
    DaysRule,
    z.ZodOptional<z.ZodType<number>>
  >),
  /** Null is what the law of the shop's country says. */
  booksYears: z.coerce.number().int().min(1).max(30).nullable(),
  booksBuyer: z.boolean().nullable()
})
