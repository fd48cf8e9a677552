import { z } from '@hono/zod-openapi'
import { INTAKE_KINDS } from '#domain/ledger/index.ts'

/** The shape that interactions.read.ts checks by hand, for the API's description. */
export const Report = z
  .object({
    items: z
      .array(
        z.object({
          kind: z.enum(INTAKE_KINDS),
          post: z.uuid().optional(),
          product: z.uuid().optional(),
          to: z.enum(['product', 'buy', 'link']).optional().describe('Of a click: what was tapped.'),
          at: z
            .union([z.number(), z.iso.datetime()])
            .optional()
            .describe('Milliseconds since 1970, or ISO 8601.')
        })
      )
      .min(1)
      .max(50),
    click: z.string().max(40).optional().describe('The click id of the page\u2019s address.')
  })
  .openapi('InteractionReport')
