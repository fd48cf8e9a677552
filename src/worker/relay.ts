import type { Context } from '#context'
import { jobId, type Topics } from '#domain/ledger/index.ts'

export type Parcel<T extends keyof Topics> = { shopId: number } & Topics[T]

type QueueJob = { id: string; data: object }
export type Insert = (topic: string, jobs: QueueJob[]) => Promise<unknown>

const BATCH = 200

/**
 * Hands due outbox rows to the queue, shop by shop, and answers the topics that got some. A row is removed only after
 * the queue has it; a crash in between hands it over again under the same job id, which the queue then ignores.
 */
export async function relayOutbox(ctx: Pick<Context, 'db' | 'clock'>, insert: Insert): Promise<Set<string>> {
  const shops = await ctx.db
    .selectFrom('outbox')
    .select('shop_id')
    .distinct()
    .where('run_at', '<=', ctx.clock.now())
    .execute()
  const topics = new Set<string>()
  for (const { shop_id } of shops) {
    while (await relayShop(ctx, shop_id, insert, topics));
  }
  return topics
}

async function relayShop(
  ctx: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  insert: Insert,
  topics: Set<string>
): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('outbox')
      .select(['id', 'topic', 'payload'])
      .where('shop_id', '=', shopId)
      .where('run_at', '<=', ctx.clock.now())
      .orderBy('id')
      .limit(BATCH)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const [topic, group] of Map.groupBy(rows, (row) => row.topic)) {
      await insert(
        topic,
        group.map((row) => ({ id: jobId(shopId, row.id), data: { shopId, ...(row.payload as object) } }))
      )
      topics.add(topic)
    }
    if (rows.length === 0) return false
    await tx
      .deleteFrom('outbox')
      .where('shop_id', '=', shopId)
      .where(
        'id',
        'in',
        rows.map((row) => row.id)
      )
      .execute()
    return rows.length === BATCH
  })
}
