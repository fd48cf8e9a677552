// The worker: relays the outbox to the queue, runs jobs, and sweeps what is due.
import type { Context } from '#context'

/** Starts the worker on this database; the answer stops it. */
export async function startWorker(_ctx: Context, _databaseUrl: string): Promise<() => Promise<void>> {
  return async () => {}
}
