import { z } from '@hono/zod-openapi'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** A moment as text, with its zone: 2026-07-14T10:00:00Z. */
export const moment = z.iso.datetime({ offset: true })

/** A sum in the smallest unit of the shop's currency. */
export const amount = z.int().openapi({ description: 'In minor units of the currency: 1290 is 12.90.' })

export const count = z.int().min(0)

/** Yes or no in an address. */
export const flag = z.enum(['true', 'false'])

/** The id in an address; one that cannot be an id is nowhere. */
export const id = z.string().refine(isUuid).openapi({ format: 'uuid' })

export const byId = z.object({ id })

/** A moment that was sent, as a date; what was not sent stays so. */
export const dateOf = <T extends string | null | undefined>(text: T): Date | Exclude<T, string> =>
  typeof text === 'string' ? new Date(text) : (text as Exclude<T, string>)

/** What was looked for, or the refusal that it is not there. */
export const found = <T, R extends string>(value: T | undefined | null, refusal: R): Outcome<T, R> =>
  value === undefined || value === null ? refused(refusal) : done(value)

/** A page of things: `next` leads to the one after it. */
export const pageOf = <K extends string, T extends z.ZodType>(name: K, thing: T) =>
  z.object({
    ...({ [name]: z.array(thing) } as Record<K, z.ZodArray<T>>),
    next: z.string().nullable().openapi({ description: 'The cursor of the next page; null on the last.' })
  })
