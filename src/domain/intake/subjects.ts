import { sql } from 'kysely'
import type { Context } from '#context'

const LIMIT = 200_000
const TTL_MS = 60_000

type Known = { campaignId: string | null; at: number } | { campaignId: undefined; at: number }
const caches = new WeakMap<Context, Map<string, Known>>()

/**
 * Which of these posts and products exist in the shop and are out, with a post's campaign. Remembered for a minute:
 * a browser can report any id, and asking the database for each would cost more than counting it.
 */
export async function knownSubjects(
  ctx: Context,
  shopId: number,
  ids: readonly string[]
): Promise<Map<string, string | null>> {
  const cache = caches.get(ctx) ?? new Map<string, Known>()
  caches.set(ctx, cache)
  const now = ctx.clock.now().getTime()
  const missing = new Set<string>()
  for (const id of ids) {
    const known = cache.get(`${shopId} ${id}`)
    if (!known || now - known.at > TTL_MS) missing.add(id)
  }
  if (missing.size) await load(ctx, shopId, [...missing], cache, now)
  const known = new Map<string, string | null>()
  for (const id of ids) {
    const campaignId = cache.get(`${shopId} ${id}`)?.campaignId
    if (campaignId !== undefined) known.set(id, campaignId)
  }
  return known
}

async function load(ctx: Context, shopId: number, ids: string[], cache: Map<string, Known>, at: number) {
  if (cache.size + ids.length > LIMIT) cache.clear()
  const { rows } = await sql<{ id: string; campaign_id: string | null }>`
    select id, campaign_id from posts
      where shop_id = ${shopId} and id = any(${ids}::uuid[]) and state = 'published'
    union all
    select id, null from products where shop_id = ${shopId} and id = any(${ids}::uuid[]) and state = 'active'
  `.execute(ctx.db)
  for (const id of ids) cache.set(`${shopId} ${id}`, { campaignId: undefined, at })
  for (const row of rows) cache.set(`${shopId} ${row.id}`, { campaignId: row.campaign_id, at })
}
