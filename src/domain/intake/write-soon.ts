import type { Context } from '#context'
import { appendAlone, type Entry } from '#domain/ledger/index.ts'
import { makeBatcher } from './batcher.ts'
import { countDrops } from './count-drops.ts'

const LIMITS = { rows: 1_000, worthwhile: 250, inFlight: 2, capacity: 50_000 }

type Batcher = ReturnType<typeof makeBatcher<Entry>>
const batchers = new WeakMap<Context, Batcher>()

/** Writes entries together with whatever else comes at this moment, and answers after the commit. */
export function writeSoon(ctx: Context, shopId: number, entries: readonly Entry[]): Promise<void> {
  let batcher = batchers.get(ctx)
  if (!batcher) {
    batcher = makeBatcher((shop, rows) => writeBatch(ctx, shop, rows), LIMITS)
    batchers.set(ctx, batcher)
  }
  return batcher.add(shopId, entries)
}

/** One statement, sorted by dedupe key: neighbours in the index are written together. */
async function writeBatch(ctx: Context, shopId: number, entries: Entry[]): Promise<void> {
  entries.sort((a, b) => (a.dedupeKey! < b.dedupeKey! ? -1 : 1))
  countDrops(ctx, shopId, 'repeat', entries.length - (await appendAlone(ctx, shopId, entries)))
}
