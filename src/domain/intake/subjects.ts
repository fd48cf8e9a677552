import { sql } from 'kysely'
import type { Context } from '#context'
import type { Interaction } from './interaction.ts'

/** Each known post or product, with a post's campaign. */
export type Subjects = ReadonlyMap<string, string | null>

const LIMIT = 200_000
const TTL_MS = 60_000

/** One shop's memory: what exists, what was asked for in vain, and when that was last looked up. */
type Memory = { known: Map<string, string | null>; unknown: Set<string>; since: number }
const memories = new WeakMap<Context, Map<number, Memory>>()

/**
 * Which of these posts and products exist in the shop and are out. Remembered for a minute, and answered at once when
 * nothing is new: a browser can report any id, and asking the database for each would cost more than counting it.
 */
export function knownSubjects(
  ctx: Context,
  shopId: number,
  interactions: readonly Interaction[]
): Subjects | Promise<Subjects> {
  const memory = memoryOf(ctx, shopId)
  const missing = new Set<string>()
  const look = (id: string) => {
    if (!memory.known.has(id) && !memory.unknown.has(id)) missing.add(id)
  }
  for (const { id, postId } of interactions) {
    look(id)
    if (postId) look(postId)
  }
  return missing.size ? load(ctx, shopId, [...missing], memory) : memory.known
}

function memoryOf(ctx: Context, shopId: number): Memory {
  const shops = memories.get(ctx) ?? new Map<number, Memory>()
  memories.set(ctx, shops)
  const now = ctx.clock.now().getTime()
  const memory = shops.get(shopId)
  if (memory && now - memory.since < TTL_MS && memory.known.size + memory.unknown.size < LIMIT) return memory
  const fresh: Memory = { known: new Map(), unknown: new Set(), since: now }
  shops.set(shopId, fresh)
  return fresh
}

async function load(ctx: Context, shopId: number, ids: string[], memory: Memory): Promise<Subjects> {
  const { rows } = await sql<{ id: string; campaign_id: string | null }>`
    select id, campaign_id from posts
      where shop_id = ${shopId} and id = any(${ids}::uuid[]) and state = 'published'
    union all
    select id, null from products where shop_id = ${shopId} and id = any(${ids}::uuid[]) and state = 'active'
  `.execute(ctx.db)
  for (const row of rows) memory.known.set(row.id, row.campaign_id)
  for (const id of ids) if (!memory.known.has(id)) memory.unknown.add(id)
  return memory.known
}
