import type { Context } from '#context'
import { sourceOfClick } from './record-touch.ts'

const LIMIT = 20_000
const caches = new WeakMap<Context, Map<string, string | null>>()

/** The network a click id came by; null when there is none. Remembered, as a touch never changes. */
export async function networkOfClick(
  ctx: Context,
  shopId: number,
  clickId: string | null
): Promise<string | null> {
  if (!clickId) return null
  const cache = caches.get(ctx) ?? new Map<string, string | null>()
  caches.set(ctx, cache)
  const key = `${shopId} ${clickId}`
  let network = cache.get(key)
  if (network === undefined) {
    network = (await sourceOfClick(ctx.db, shopId, clickId)).network ?? null
    if (cache.size >= LIMIT) cache.clear()
    cache.set(key, network)
  }
  return network
}
