import { performance } from 'node:perf_hooks'
import type { Context } from '#context'
import { later, write } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { attempt, type Receiver, type Tried } from './attempt.ts'
import { claim, type Claimed } from './claim.ts'
import { noteHealth } from './note-health.ts'
import { noteTries } from './note-tries.ts'
import { findReady } from './receiver.ts'

const BUDGET_MS = 20_000

/**
 * Sends one receiver what is due, several at once, until nothing is or twenty seconds are over: the others have their
 * turn then, and this one goes on after them. Any number of workers may do this at the same time.
 */
export async function sendWebhooks(
  ctx: Context,
  shopId: number,
  webhookId: string,
  budgetMs = BUDGET_MS
): Promise<void> {
  const end = performance.now() + budgetMs
  const flights = openFlights(ctx)
  for (;;) {
    const ready = performance.now() < end ? await findReady(ctx, shopId, webhookId) : undefined
    const free = ready ? ready.lanes - flights.count() : 0
    const claimed = free > 0 ? await claim(ctx, shopId, webhookId, free) : []
    for (const one of claimed) flights.start(ready!, one)
    if (flights.count() === 0) break
    const tried = await flights.landed()
    await noteTries(ctx, shopId, webhookId, tried)
    const allWell = tried.every(({ problem }) => problem === null)
    if (!(allWell && ready?.well)) await noteHealth(ctx, shopId, webhookId, tried)
  }
  if (performance.now() >= end) await goOnLater(ctx, shopId, webhookId)
}

/** Tries under way. What lands while others are being noted is noted together. */
function openFlights(ctx: Context) {
  const flying = new Set<Promise<void>>()
  let back: Tried[] = []
  return {
    /** Those that landed and were not noted yet included. */
    count: () => flying.size + back.length,
    start(receiver: Receiver, claimed: Claimed) {
      const flight = attempt(ctx, receiver, claimed)
        .then((tried) => void back.push(tried))
        .finally(() => flying.delete(flight))
      flying.add(flight)
    },
    async landed(): Promise<Tried[]> {
      if (back.length === 0) await Promise.race(flying)
      const tried = back
      back = []
      return tried
    }
  }
}

const goOnLater = (ctx: Context, shopId: number, webhookId: string) =>
  write(ctx, shopId, async (tx) => {
    await later(ctx, tx, shopId, 'webhook.send', { webhookId })
    return done(null)
  })
