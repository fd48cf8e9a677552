import type { Context } from '#context'
import { append, write, type Entry } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { makeBatcher } from './batcher.ts'
import { countDrops } from './count-drops.ts'

const LIMITS = { rows: 1_000, inFlight: 2, capacity: 50_000 }

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

/** One transaction, sorted by dedupe key: neighbours in the index, and a key twice in one batch is written once. */
async function writeBatch(ctx: Context, shopId: number, entries: Entry[]): Promise<void> {
  const sorted = entries.sort((a, b) => (a.dedupeKey! < b.dedupeKey! ? -1 : 1))
  const outcome = await write(ctx, shopId, async (tx) => done(await append(ctx, tx, shopId, sorted)))
  if (outcome.ok) countDrops(ctx, shopId, 'repeat', entries.length - outcome.value)
}
