import type { StoreKind } from '#domain/stores/index.ts'
import { createHash } from 'node:crypto'
import { cleanLine } from '#platform/text.ts'
import { OWN_TYPES, readOwn } from './readings/own.ts'
import { readShopify, SHOPIFY_TOPICS } from './readings/shopify.ts'
import { readWooCommerce, WOO_TOPICS } from './readings/woocommerce.ts'
import { isAhead, type Said } from './said.ts'
import { isSigned, isStandard } from './signatures.ts'

/** A message as it came in: its headers by lower-case names, its body to the byte. */
export type Message = { headers: Readonly<Record<string, string | undefined>>; body: Buffer }

export type Problem = 'no_secret' | 'signature' | 'unreadable' | 'bad_time'

/** What a message is called in the log, and whether it says anything we can believe. */
export type Opened =
  | { ok: true; id: string; topic: string; said: Said }
  | { ok: false; problem: Problem; id: string; topic: string }

type Keys = { kind: StoreKind; secrets: readonly string[]; now: Date }

export const TOPICS: Record<StoreKind, readonly string[]> = {
  shopify: SHOPIFY_TOPICS,
  woocommerce: WOO_TOPICS,
  ucp: OWN_TYPES,
  url: OWN_TYPES
}

/** Checks who sent it by the raw bytes, and only then reads it. */
export function openMessage(message: Message, keys: Keys): Opened {
  const { id, topic, genuine, read } = envelopeOf(message, keys)
  // What nobody signed may say anything: only topics that exist come into the log.
  const name = genuine || TOPICS[keys.kind].includes(topic) ? topic.slice(0, 60) : ''
  const refuse = (problem: Problem): Opened => ({ ok: false, problem, id, topic: name })
  if (isPing(message, keys.kind))
    return { ok: true, id, topic: 'ping', said: { kind: 'nothing', why: 'ping' } }
  if (keys.secrets.length === 0) return refuse('no_secret')
  if (!genuine) return refuse('signature')
  const said = read()
  if (!said) return refuse('unreadable')
  if (said.kind === 'order' && isAhead(said.order, keys.now)) return refuse('bad_time')
  return { ok: true, id, topic: name || typeOf(message), said }
}

type Envelope = { id: string; topic: string; genuine: boolean; read: () => Said | undefined }

function envelopeOf({ headers, body }: Message, { kind, secrets, now }: Keys): Envelope {
  const header = (name: string) => headers[name] ?? ''
  if (kind === 'shopify') {
    const topic = header('x-shopify-topic')
    return {
      ...{ id: header('x-shopify-webhook-id') || header('x-shopify-event-id') || digest(body), topic },
      genuine: isSigned(body, header('x-shopify-hmac-sha256'), secrets),
      read: () => readShopify(topic, jsonOf(body))
    }
  }
  if (kind === 'woocommerce') {
    const topic = header('x-wc-webhook-topic')
    return {
      // WooCommerce makes its delivery ids of the second: two orders of one second have the same.
      ...{ id: `${header('x-wc-webhook-delivery-id')}:${digest(body)}`, topic },
      genuine: isSigned(body, header('x-wc-webhook-signature'), secrets),
      read: () => readWooCommerce(topic, jsonOf(body))
    }
  }
  const signature = {
    id: header('webhook-id'),
    timestamp: header('webhook-timestamp'),
    signature: header('webhook-signature')
  }
  return {
    ...{ id: signature.id, topic: '' },
    genuine: isStandard(body, signature, { secrets, now }),
    read: () => readOwn(jsonOf(body), new Date(Number(signature.timestamp) * 1_000))
  }
}

/** What WooCommerce sends, unsigned, when a webhook is saved: it wants a 200, and says nothing. */
const isPing = ({ headers, body }: Message, kind: StoreKind): boolean =>
  kind === 'woocommerce' &&
  headers['x-wc-webhook-signature'] === undefined &&
  /^webhook_id=\d{1,20}$/.test(body.subarray(0, 40).toString('latin1').trim())

const digest = (body: Buffer) => createHash('sha256').update(body).digest('base64url').slice(0, 22)

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

function typeOf({ body }: Message): string {
  const { type } = (jsonOf(body) ?? {}) as { type?: unknown }
  return typeof type === 'string' ? cleanLine(type).slice(0, 60) : ''
}
