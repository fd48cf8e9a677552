import type { Context } from '#context'
import { append, write, type Entry } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { makeBatcher } from './batcher.ts'
import { countDrops } from './count-drops.ts'
import type { DropReason, Interaction, Reporter } from './interaction.ts'
import { dedupeKey, firstReason, interactionSteps, reporterSteps } from './steps.ts'
import { knownSubjects } from './subjects.ts'

export { Overloaded } from './batcher.ts'

const LIMITS = { rows: 1_000, inFlight: 2, capacity: 50_000 }

type Batcher = ReturnType<typeof makeBatcher<Entry, null>>
const batchers = new WeakMap<Context, Batcher>()

function batcherOf(ctx: Context): Batcher {
  let batcher = batchers.get(ctx)
  if (!batcher)
    batchers.set(ctx, (batcher = makeBatcher((shopId, rows) => writeBatch(ctx, shopId, rows), LIMITS)))
  return batcher
}

/** One transaction, sorted by dedupe key so that two batches can never lock each other. */
async function writeBatch(ctx: Context, shopId: number, entries: readonly Entry[]): Promise<null[]> {
  const sorted = entries.toSorted((a, b) => (a.dedupeKey! < b.dedupeKey! ? -1 : 1))
  const outcome = await write(ctx, shopId, async (tx) => done(await append(ctx, tx, shopId, sorted)))
  if (outcome.ok) countDrops(ctx, shopId, 'repeat', entries.length - outcome.value)
  return entries.map(() => null)
}

/**
 * Takes in what a browser reports: each interaction passes the named steps, the rest is dropped with a reason and
 * counted. Answers after the commit with how many were taken; throws Overloaded when the queue is full.
 */
export async function takeIn(
  ctx: Context,
  reporter: Reporter,
  interactions: readonly Interaction[]
): Promise<number> {
  const now = ctx.clock.now()
  const drop = (reason: DropReason, n = 1) => countDrops(ctx, reporter.shopId, reason, n)
  const reason = firstReason(reporterSteps, reporter, now)
  if (reason) {
    drop(reason, interactions.length)
    return 0
  }
  const subjects = await knownSubjects(ctx, reporter.shopId, interactions.flatMap(idsOf))
  const entries: Entry[] = []
  for (const interaction of interactions) {
    const why =
      firstReason(interactionSteps, interaction, now) ??
      (isKnown(interaction, subjects) ? undefined : 'unknown')
    if (why) drop(why)
    else entries.push(entryOf(interaction, reporter, subjects))
  }
  if (entries.length) await batcherOf(ctx).add(reporter.shopId, entries)
  return entries.length
}

const idsOf = ({ id, postId }: Interaction): string[] => (postId ? [id, postId] : [id])

const isKnown = ({ id, postId }: Interaction, subjects: Map<string, string | null>): boolean =>
  subjects.has(id) && (!postId || subjects.has(postId))

function entryOf(interaction: Interaction, reporter: Reporter, subjects: Map<string, string | null>): Entry {
  const { kind, subject, id, to, at } = interaction
  const postId = interaction.postId ?? (subject === 'post' ? id : null)
  const source = { postId, campaignId: postId && subjects.get(postId), network: reporter.network }
  const common = {
    actor: reporter.actor,
    subject: { kind: subject, id },
    source,
    occurredAt: at,
    dedupeKey: dedupeKey(interaction, reporter.actor!)
  }
  return kind === 'click'
    ? { ...common, kind, payload: { to: to ?? 'product' } }
    : { ...common, kind, payload: null }
}
