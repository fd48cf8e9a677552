import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { readConfig } from '#config'
import type { Context } from '#context'
import { makePaymentProviders } from '#domain/checkout/providers/index.ts'
import { settle } from '#domain/projections.ts'
import { connect, openPulse } from '#platform/database/index.ts'
import { createFiles } from '#platform/files/index.ts'
import { makeIds } from '#platform/ids.ts'
import { openLog } from '#platform/log.ts'
import type { Letter } from '#platform/mail/index.ts'
import { freshDatabase } from './database.ts'
import { factories } from './factories/index.ts'

export const START = new Date('2026-07-14T10:00:00Z')

export type TestClock = { now(): Date; advance(ms: number): void; set(to: Date): void }

function testClock(): TestClock {
  let now = START.getTime()
  return {
    now: () => new Date(now),
    advance: (ms) => void (now += ms),
    set: (to) => void (now = to.getTime())
  }
}

/** One database for a test file; `world()` gives each test a shop of its own in it, so that tests cannot meet. */
let database: ReturnType<typeof openTestDatabase> | undefined

async function openTestDatabase() {
  const fresh = await freshDatabase()
  const { db, close } = connect(fresh.url, { max: 12 })
  const pulse = await openPulse(fresh.url, () => {})
  const folder = await mkdtemp(join(tmpdir(), 'torilla-test-'))
  afterAll(async () => {
    await pulse.close()
    await close()
    await fresh.drop()
    await rm(folder, { recursive: true, force: true })
  })
  return { url: fresh.url, db, pulse, folder }
}

type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>

function contextOn({ db, pulse, folder }: TestDatabase, clock: TestClock, letters: Letter[]): Context {
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', WEBHOOK_LOOPBACK: '1' })
  return {
    config,
    db,
    clock,
    pulse,
    ids: makeIds(),
    files: createFiles({ kind: 'local', folder: join(folder, 'files') }),
    mail: {
      delivers: true,
      from: 'shop@example.org',
      send: async (letter) => (letters.push(letter), 'sent'),
      close: () => {}
    },
    payments: makePaymentProviders({ demo: true }, { db, clock }),
    log: openLog('silent')
  }
}

/** A context on a database of its own where nothing was set up yet. */
export async function emptyWorld(): Promise<Context> {
  return contextOn(await openTestDatabase(), testClock(), [])
}

/** A context on a real database with a clock that stands still, a new shop in it, and `given` to fill it. */
export async function world() {
  const opened = await (database ??= openTestDatabase())
  const { url, db } = opened
  const clock = testClock()
  const letters: Letter[] = []
  const ctx = contextOn(opened, clock, letters)
  const given = await factories(ctx)
  return {
    ctx,
    given,
    clock,
    letters,
    databaseUrl: url,
    shopId: given.shopId,
    settle: () => settle(ctx, given.shopId),
    /** The shop's ledger in order, as plain rows. */
    ledger: () =>
      db.selectFrom('ledger').selectAll().where('shop_id', '=', given.shopId).orderBy('seq').execute()
  }
}

export type World = Awaited<ReturnType<typeof world>>
