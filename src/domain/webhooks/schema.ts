import { z } from 'zod'
import { cleanLine } from '#platform/text.ts'
import { EVENT_TYPES } from './catalogue.ts'

const events = z
  .array(z.enum(EVENT_TYPES))
  .min(1)
  .max(EVENT_TYPES.length)
  .transform((list) => EVENT_TYPES.filter((type) => list.includes(type)))

const fields = z.object({
  url: z.string().trim().min(1).max(2_000).describe('Where to send: https, on its usual port.'),
  events,
  note: z.string().max(500).transform(cleanLine).pipe(z.string().max(120))
})

export const webhookInput = fields.extend({ note: fields.shape.note.default('') })
export type WebhookInput = z.input<typeof webhookInput>

export const webhookChange = fields.partial()
export type WebhookChange = z.input<typeof webhookChange>
