import { z } from '@hono/zod-openapi'
import { whatIsSent } from '#domain/webhooks/index.ts'
import type { openApp } from './app.ts'

const headers = z.object({
  'webhook-id': z.string().describe('The same for every try and every replay: keep it to do nothing twice.'),
  'webhook-timestamp': z.string().describe('When this try was made, in seconds.'),
  'webhook-signature': z
    .string()
    .describe(
      'One or more signatures, `v1,…`, by Standard Webhooks: HMAC-SHA256 over id, timestamp and body.'
    )
})

const responses = {
  '2XX': { description: 'Received. Anything else, or nothing within 15 s, is tried again.' },
  410: { description: 'Gone: the webhook is disabled.' }
}

/** Everything that may be posted to a webhook, for the document's `webhooks`: made from what is really sent. */
export function describeWebhooks({ openAPIRegistry }: ReturnType<typeof openApp>): void {
  for (const { type, says, schema } of whatIsSent()) {
    const body = { required: true, content: { 'application/json': { schema } } }
    openAPIRegistry.registerWebhook({
      ...{ method: 'post', path: type, summary: type, description: says, responses },
      request: { headers, body }
    })
  }
}
