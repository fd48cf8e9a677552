import { jobIdInSql } from '#domain/ledger/index.ts'
import type { Session } from '#platform/database/index.ts'

/**
 * The queue itself is not copied: what it still has to do becomes rows of the outbox, from which every queue is fed.
 * A job that a crash left in both is carried once; one that was done, yet is still in the outbox, not at all.
 */
const WAITING = `from pgboss.job j where j.state < 'completed' and j.data ? 'shopId'
  and not exists (select from outbox o where ${jobIdInSql('o')} = j.id)`

const DONE = `select from pgboss.job j where j.state >= 'completed' and j.id = ${jobIdInSql('o')}`

/** How many jobs are on their way; undefined where there never was a queue. */
export async function countJobs(session: Session): Promise<number | undefined> {
  const { rows: found } = await session.query<{ queue: string | null }>(
    "select to_regclass('pgboss.job') as queue"
  )
  if (!found[0]?.queue) return undefined
  const { rows } = await session.query<{ n: string }>(`select count(*)::text as n ${WAITING}`)
  return Number(rows[0]!.n)
}

/** The outbox as it should be found again. New rows get numbers after `last`, the last one ever given. */
export const outboxWithJobs = (last: number): string => `
  select shop_id, id, topic, payload, run_at, created_at from outbox o where not exists (${DONE})
  union all
  select (j.data ->> 'shopId')::bigint, ${last} + row_number() over (order by j.created_on, j.id), j.name,
    j.data - 'shopId', j.start_after, j.created_on ${WAITING}`
