import { z } from '@hono/zod-openapi'
import { DAYS_RULES } from '#domain/retention/schema.ts'
import { count, moment } from '../fields.ts'

export const purpose = z.enum(['marketing_email'])

export const ConsentSaid = z
  .object({
    purpose: z.string(),
    granted: z.boolean(),
    place: z.enum(['settings', 'api', 'import']),
    source: z.string().nullable().openapi({ description: 'Where an import’s file came from.' }),
    words: z.string().nullable().openapi({ description: 'What was asked, as it was shown.' }),
    locale: z.string().nullable(),
    givenAt: moment
  })
  .openapi('ConsentSaid')

export const Consents = z
  .object({
    now: z.array(z.object({ purpose: z.string(), granted: z.boolean() })),
    log: z.array(ConsentSaid)
  })
  .openapi('Consents')

export const Erasure = z
  .object({
    id: z.uuid(),
    subject: z.enum(['member', 'contact', 'guest']),
    byWhom: z.enum(['self', 'owner', 'system']),
    state: z.enum(['running', 'done']),
    askedAt: moment,
    doneAt: moment.nullable()
  })
  .openapi('Erasure')

export const Begun = z.object({ erasureId: z.uuid() })

const rule = z.enum([...DAYS_RULES, 'orders'])

export const Retention = z
  .object({
    rules: z.array(
      z.object({
        rule: z.enum(DAYS_RULES),
        days: count.openapi({ description: '0 is: for good.' }),
        usual: count,
        least: count,
        most: count
      })
    ),
    books: z.object({
      years: count.openapi({ description: 'After the end of the order’s calendar year.' }),
      buyer: z.boolean().openapi({ description: 'Whether names and addresses are part of the books.' }),
      law: z.object({ country: z.string(), years: count, buyer: z.boolean(), source: z.string() }),
      before: moment
    }),
    fixed: z.record(z.string(), count).openapi({ description: 'Hours; these cannot be changed.' }),
    lastLook: moment.nullable()
  })
  .openapi('Retention')

export const RetentionRun = z
  .object({ id: z.uuid(), rule, olderThan: moment, affected: count, ranAt: moment })
  .openapi('RetentionRun')

export const RetentionChange = z.strictObject({
  days: z.partialRecord(z.enum(DAYS_RULES), count),
  booksYears: z.int().min(1).max(30).nullable(),
  booksBuyer: z.boolean().nullable()
})
