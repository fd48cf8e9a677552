import { z } from 'zod'

/**
 * What may be asked for. `offered` is false for what nothing here does yet: nobody is asked for nothing. Whatever does
 * it asks `hasConsent` first, and does without where the answer is no.
 */
export const PURPOSES = {
  /** Letters with news and offers. Torilla sends none itself; the list of customers says who agreed to them. */
  marketing_email: { offered: true },
  /** Goods chosen by what somebody looked at or bought. */
  personalisation: { offered: false }
} as const satisfies Record<string, { offered: boolean }>

export type Purpose = keyof typeof PURPOSES
export const OFFERED = (Object.keys(PURPOSES) as Purpose[]).filter((purpose) => PURPOSES[purpose].offered)

export const ConsentInput = z.object({ purpose: z.enum(OFFERED as [Purpose]), granted: z.boolean() })
