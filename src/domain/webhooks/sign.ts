import { createHmac } from 'node:crypto'
import type { Context } from '#context'

const PREFIX = 'whsec_'
const KEY_BYTES = 24

/** A new signing secret, spelled as Standard Webhooks has it. */
export const newSecret = ({ ids }: Pick<Context, 'ids'>): string =>
  PREFIX + Buffer.from(ids.secret(KEY_BYTES), 'base64url').toString('base64')

/** How long a secret that was replaced still signs beside the new one, so that a receiver can change over in peace. */
export const OLD_SECRET_HOURS = 24

export type Signed = { id: string; at: Date; body: string; secrets: readonly string[] }

/**
 * The three headers of Standard Webhooks (https://www.standardwebhooks.com): one signature for each secret, over id,
 * time and body. The time is that of this very try.
 */
export function signatureHeaders({ id, at, body, secrets }: Signed): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1_000)
  const signed = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signed.join(' ')
  }
}
