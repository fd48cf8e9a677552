import type { Context } from '#context'
import { project, type Projection } from '#domain/ledger/index.ts'
import { rollupHours } from '#domain/metrics/index.ts'
import { postCounts } from '#domain/posts/index.ts'

/** Every view kept beside the ledger. */
export const projections: readonly Projection[] = [postCounts, rollupHours]

const running = new Map<number, { current: Promise<void>; next: Promise<void> | undefined }>()

/**
 * Brings every view of a shop up to now; whoever awaits it reads what was just written. Calls that come while a run
 * is under way share one further run.
 */
export function settle(ctx: Context, shopId: number): Promise<void> {
  const run = running.get(shopId)
  if (run) return (run.next ??= run.current.catch(() => {}).then(() => start(ctx, shopId)))
  return start(ctx, shopId)
}

function start(ctx: Context, shopId: number): Promise<void> {
  const current = projectAll(ctx, shopId).finally(() => {
    if (running.get(shopId)?.current === current) running.delete(shopId)
  })
  running.set(shopId, { current, next: undefined })
  return current
}

async function projectAll(ctx: Context, shopId: number): Promise<void> {
  for (const projection of projections) await project(ctx, shopId, projection)
}
