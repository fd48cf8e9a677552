// The worker: relays the outbox to the queue, runs jobs, and sweeps what is due. Lists, no rules.
import { PgBoss } from 'pg-boss'
import type { Context } from '#context'
import { backUpWhenDue } from '#domain/backups/index.ts'
import type { Topics } from '#domain/ledger/index.ts'
import { thisRelease } from '../build-folder.ts'
import { jobs, type Job } from './jobs.ts'
import { relayOutbox, type Parcel } from './relay.ts'
import { startSweeps } from './sweep.ts'
import { sweeps } from './sweeps.ts'

const RELAY_EVERY_MS = 1_000
const POLL_SECONDS = 2
const KEEP_DONE_SECONDS = 86_400
const BACKUP_LOOK_MS = 60_000

/** Starts the worker on this database; the answer stops it, after the jobs at hand are finished. */
export async function startWorker(ctx: Context, databaseUrl: string): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'pgboss',
    max: 4,
    application_name: 'torilla jobs'
  })
  boss.on('error', (error) => ctx.log.warn({ error: error.message }, 'job queue'))
  await boss.start()
  const workers = new Map<string, string>()
  for (const [topic, job] of Object.entries(jobs)) workers.set(topic, await workOn(ctx, boss, topic, job))
  const stopSweeps = startSweeps(ctx, [
    { name: 'relay', everyMs: RELAY_EVERY_MS, onPulse: true, run: () => relay(ctx, boss, workers) },
    {
      name: 'scheduled backup',
      everyMs: BACKUP_LOOK_MS,
      run: () => backUpWhenDue(ctx, { databaseUrl, version: thisRelease().version })
    },
    ...sweeps
  ])
  return async () => {
    await stopSweeps()
    await boss.stop({ graceful: true, timeout: 20_000 })
  }
}

async function workOn(ctx: Context, boss: PgBoss, topic: string, job: Job): Promise<string> {
  const retry = { retryLimit: job.retries, retryDelay: 2, retryBackoff: true, retryDelayMax: 3_600 }
  await boss.createQueue(topic, {
    ...retry,
    expireInSeconds: job.seconds,
    deleteAfterSeconds: KEEP_DONE_SECONDS
  })
  return boss.work<Parcel<keyof Topics>>(
    topic,
    { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1, localConcurrency: job.atOnce },
    async ([parcel]) => {
      if (parcel) await job.run(ctx, parcel.data)
    }
  )
}

async function relay(ctx: Context, boss: PgBoss, workers: Map<string, string>): Promise<void> {
  const topics = await relayOutbox(ctx, (topic, parcels) => boss.insert(topic, parcels))
  for (const topic of topics) boss.notifyWorker(workers.get(topic) ?? '')
}
