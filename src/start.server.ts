import { access, constants, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#config'
import { setContext, type Context } from '#context'
import { makePaymentProviders } from '#domain/checkout/providers/index.ts'
import { flushDrops } from '#domain/intake/index.ts'
import { systemClock } from '#platform/clock.ts'
import { connect, migrate, openPulse, reachDatabase } from '#platform/database/index.ts'
import { createFiles } from '#platform/files/index.ts'
import { makeIds } from '#platform/ids.ts'
import { openLog, type Logger } from '#platform/log.ts'
import { openMailer } from '#platform/mail/index.ts'
import { startPostgres } from '#platform/postgres/index.ts'
import { Closers } from '#platform/shutdown.ts'

export type Started = { ctx: Context; databaseUrl: string; closers: Closers }

/** Called when our own PostgreSQL has failed for good: nothing works from then on. */
type OnLost = (error: Error) => void

/** Opens everything a process needs, in order: database, tables, files, mail. The surfaces start on top of it. */
export async function openContext(
  config: Config,
  migrations: string,
  onLost: OnLost = () => {}
): Promise<Started> {
  const log = openLog(config.logLevel)
  const closers = new Closers()
  try {
    await ensureFolder(config.dataDir)
    const databaseUrl = await findDatabase(config, log, closers, onLost)
    await migrate(databaseUrl, migrations)
    const onError = (error: Error) => log.warn({ error }, 'database')
    const database = connect(databaseUrl, { max: 12, prepare: config.preparedStatements, onError })
    closers.add('database', database.close)
    const pulse = await openPulse(databaseUrl, (error) => log.warn({ error: error.message }, 'pulse'))
    closers.add('pulse', pulse.close)
    const mail = openMailer(config)
    closers.add('mail', mail.close)
    const ctx: Context = {
      config,
      db: database.db,
      clock: systemClock,
      ids: makeIds(),
      pulse,
      files: createFiles(
        config.s3 ? { kind: 's3', ...config.s3 } : { kind: 'local', folder: join(config.dataDir, 'files') }
      ),
      mail,
      payments: makePaymentProviders(config, { db: database.db, clock: systemClock }),
      log
    }
    closers.add('counts', () => flushDrops(ctx))
    setContext(ctx)
    return { ctx, databaseUrl, closers }
  } catch (error) {
    await closers.closeAll(() => {})
    throw error
  }
}

/** The owner's own PostgreSQL, or else the one that ships with us, in the data folder. */
async function findDatabase(config: Config, log: Logger, closers: Closers, onLost: OnLost): Promise<string> {
  if (config.databaseUrl) {
    await reachDatabase(config.databaseUrl)
    return config.databaseUrl
  }
  const postgres = await startPostgres({ dataDir: join(config.dataDir, 'postgres'), log })
  closers.add('postgres', postgres.stop)
  postgres.onExit(onLost)
  return postgres.url
}

async function ensureFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw new Error(
      `The data folder ${folder} cannot be written to (${code}). Change who owns it, or set DATA_DIR to another.`,
      { cause: error }
    )
  }
}
