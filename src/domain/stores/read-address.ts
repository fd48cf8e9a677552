import { isIP } from 'node:net'
import { isPublicAddress } from '#platform/http/index.ts'
import type { StoreKind } from './schema.ts'

/** Names that lead nowhere on the open internet. */
const INNER = /(^|\.)(localhost|local|internal|lan|home\.arpa)\.?$/

// What else may stand in a host (* and ; among it) means something in a content security policy.
const PLAIN_HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+\.?$/

/**
 * A store's address as it is kept: https on its usual port, a host that anybody can reach, and the path, without a
 * slash at its end. Nothing else may be in it, since goods and codes are added to it. Undefined for anything else.
 */
export function readStoreAddress(kind: StoreKind, text: string): string | undefined {
  const url = readOpenUrl(text)
  if (!url || /[?#]/.test(text)) return undefined
  if (text.length > 500) return undefined
  const path = url.pathname.replace(/\/+$/, '')
  return kind === 'shopify' && path !== '' ? undefined : url.origin + path
}

/** An address of one variant in a plain store, on that store's own host. It may hold {quantity} and {coupon}. */
export function readGoodsUrl(store: { address: string }, text: string): string | undefined {
  const url = readOpenUrl(text.replaceAll(/\{(quantity|coupon)\}/g, '1'))
  if (url?.host !== new URL(store.address).host || text.length > 2_000) return undefined
  return (
    url.origin +
    text
      .trim()
      .replace(/^https:\/\/[^/?#]*/i, '')
      .replace(/#.*$/, '')
  )
}

function readOpenUrl(text: string): URL | undefined {
  if (/[\s\\\p{Cc}]/u.test(text.trim())) return undefined
  if (!/^https:\/\/[^/]/i.test(text.trim())) return undefined
  const url = URL.parse(text.trim())
  if (url?.protocol !== 'https:' || url.port || url.username || url.password) return undefined
  if (/^https:\/\/[^/?#]*@/i.test(text.trim())) return undefined
  return isOpenHost(url.hostname) ? url : undefined
}

function isOpenHost(name: string): boolean {
  const host = name.replace(/^\[(.*)\]$/, '$1')
  if (isIP(host)) return isPublicAddress(host)
  return PLAIN_HOST.test(host) && !INNER.test(host)
}
