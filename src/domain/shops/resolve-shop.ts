import type { Context } from '#context'
import { findShopByHost, listHosts, listShops, type Shop } from './queries.ts'

const TTL_MS = 2_000
const LIMIT = 1_000

type Known = { shop: Shop | undefined; at: number }
const caches = new WeakMap<Context, Map<string, Known>>()

/**
 * The shop a request is for, by its host name. A host nobody registered leads to the only shop, as long as there is
 * just one and no PUBLIC_URL says otherwise: so a first try on a bare address works. Remembered for two seconds.
 */
export async function resolveShop(ctx: Context, host: string): Promise<Shop | undefined> {
  const name = host.toLowerCase().replace(/:\d+$/, '')
  let cache = caches.get(ctx)
  if (!cache) caches.set(ctx, (cache = new Map()))
  const known = cache.get(name)
  if (known && ctx.clock.now().getTime() - known.at < TTL_MS) return known.shop
  const shop = (await findShopByHost(ctx, name)) ?? (await onlyShop(ctx, name))
  if (cache.size >= LIMIT) cache.clear()
  cache.set(name, { shop, at: ctx.clock.now().getTime() })
  return shop
}

async function onlyShop(ctx: Context, name: string): Promise<Shop | undefined> {
  const { publicUrl } = ctx.config
  if (publicUrl && publicUrl.hostname !== name) return undefined
  const shops = await listShops(ctx)
  if (shops.length === 1 || publicUrl) return shops[0]
  return undefined
}

/** Forgets what was remembered, after a shop's settings changed. */
export function forgetShops(ctx: Context): void {
  caches.delete(ctx)
}

/**
 * Where people find this shop, for links and letters: its main host name, or PUBLIC_URL where the shop has none but a
 * name of this machine. A request's own word is believed only about a host that is the shop's, or when there is
 * nothing else to go by.
 */
export async function originOf(ctx: Context, shopId: number, requestOrigin?: string): Promise<string> {
  const hosts = await listHosts(ctx, shopId)
  const main = hosts[0]?.host
  const { publicUrl, port } = ctx.config
  if (publicUrl && (!main || main === publicUrl.hostname || isLocal(main))) return publicUrl.origin
  if (!main) return requestOrigin ?? `http://${ctx.config.host}:${port}`
  if (requestOrigin && new URL(requestOrigin).hostname === main) return requestOrigin
  return publicUrl?.protocol === 'https:' ? `https://${main}` : `http://${main}:${port}`
}

const isLocal = (host: string): boolean => host === 'localhost' || /^[\d.]+$/.test(host)
