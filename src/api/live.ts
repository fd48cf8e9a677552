import type { Context } from '#context'
import { readCounts, type Counts } from '#domain/posts/index.ts'
import { settle } from '#domain/projections.ts'

/** Someone who watches the counts of some posts; `told` is what they were told last. */
export type Watcher = {
  posts: readonly string[]
  told: Map<string, string>
  tell(counts: Record<string, Counts>): void
  beat(): void
  end(): void
}

type Room = { watchers: Set<Watcher>; busy: boolean; again: boolean }
type Hub = { ctx: Context; rooms: Map<number, Room> }

const REST_MS = 100
const BEAT_MS = 20_000
const hubs = new Map<Context, Hub>()

/** Watches from now on; the answer ends it. The first thing a watcher is told is how the counts stand. */
export function watch(ctx: Context, shopId: number, watcher: Watcher): () => void {
  const hub = hubs.get(ctx) ?? openHub(ctx)
  const room = hub.rooms.get(shopId) ?? { watchers: new Set(), busy: false, again: false }
  hub.rooms.set(shopId, room)
  room.watchers.add(watcher)
  void refresh(hub, shopId)
  return () => {
    room.watchers.delete(watcher)
    if (room.watchers.size === 0 && hub.rooms.get(shopId) === room) hub.rooms.delete(shopId)
  }
}

/** Ends every open stream, so that the server can close. */
export function closeLiveStreams(): void {
  for (const { rooms } of hubs.values()) {
    for (const { watchers } of rooms.values()) for (const watcher of watchers) watcher.end()
  }
}

/** One ear for a whole process: a pulse of a shop nobody watches costs nothing. A missed pulse is made up by the beat. */
function openHub(ctx: Context): Hub {
  const hub: Hub = { ctx, rooms: new Map() }
  hubs.set(ctx, hub)
  ctx.pulse.listen((shopIds) => {
    for (const shopId of shopIds) if (hub.rooms.has(shopId)) void refresh(hub, shopId)
  })
  setInterval(() => {
    for (const [shopId, room] of hub.rooms) {
      for (const watcher of room.watchers) watcher.beat()
      void refresh(hub, shopId)
    }
  }, BEAT_MS).unref()
  return hub
}

/** Reads the watched posts once for everybody; pulses that come meanwhile are answered by one further read. */
async function refresh(hub: Hub, shopId: number): Promise<void> {
  const room = hub.rooms.get(shopId)
  if (!room) return
  if (room.busy) return void (room.again = true)
  room.busy = true
  room.again = false
  try {
    await settle(hub.ctx, shopId)
    const posts = new Set([...room.watchers].flatMap((watcher) => watcher.posts))
    const counts = await readCounts(hub.ctx, shopId, [...posts])
    for (const watcher of room.watchers) tellChanges(watcher, counts)
  } catch (error) {
    hub.ctx.log.warn({ error }, 'live counts')
  }
  setTimeout(() => {
    room.busy = false
    if (room.again) void refresh(hub, shopId)
  }, REST_MS)
}

function tellChanges(watcher: Watcher, counts: Map<string, Counts>): void {
  const changed: Record<string, Counts> = {}
  for (const id of watcher.posts) {
    const now = counts.get(id)
    const text = JSON.stringify(now)
    if (!now || watcher.told.get(id) === text) continue
    watcher.told.set(id, text)
    changed[id] = now
  }
  if (Object.keys(changed).length > 0) watcher.tell(changed)
}
