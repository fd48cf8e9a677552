import { fork } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openShop } from '#domain/shops/index.ts'
import { systemClock } from '#platform/clock.ts'
import { connect, migrate, type Db } from '#platform/database/index.ts'
import { makeIds } from '#platform/ids.ts'
import { startPostgres } from '#platform/postgres/index.ts'
import { startServer } from '#test/server.ts'
import type { Load } from './intake.load.ts'

export type Figures = Record<string, number>

const CONNECTIONS = 64
const PER_REQUEST = 20
const SECONDS = 8
const POSTS = 200

const ids = makeIds()

/**
 * Interactions a second that the built server takes in over HTTP, each acknowledged after its commit, on a durable
 * database of its own; and what share that is of inserting the same rows directly, 1000 at a time, in the same run.
 */
export async function intake(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'torilla-bench-'))
  chmodSync(folder, 0o711)
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), log })
  try {
    await migrate(postgres.url, 'migrations')
    const { db, close } = connect(postgres.url)
    const shop = await openBenchShop(db)
    const before = await rawRate(db, shop)
    const load = await throughServer(postgres.url, folder, shop)
    const after = await rawRate(db, shop)
    const raw = (before + after) / 2
    await expectEveryAcknowledgedRow(db, shop.id, load.acknowledged * PER_REQUEST)
    await close()
    const rate = (load.measured * PER_REQUEST) / load.seconds
    return {
      interactionsPerSecond: Math.round(rate),
      rawRowsPerSecond: Math.round(raw),
      shareOfRaw: Number((rate / raw).toFixed(2)),
      p50Ms: load.p50,
      p99Ms: load.p99,
      refused: load.refused
    }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Shop = { id: number; posts: string[] }

async function openBenchShop(db: Db): Promise<Shop> {
  const tools = { clock: systemClock, ids }
  const shape = { name: 'Bench', currency: 'EUR', country: 'FI', locale: 'en', timezone: 'Europe/Helsinki' }
  const id = await db.transaction().execute((tx) => openShop(tools, tx, { ...shape, hosts: ['127.0.0.1'] }))
  const now = systemClock.now()
  const author = ids.next()
  const member = {
    shop_id: id,
    id: author,
    user_id: author,
    name: 'Bench',
    handle: 'bench',
    email: 'b@b.example'
  }
  await db
    .insertInto('members')
    .values({ ...member, role: 'owner', joined_at: now })
    .execute()
  const posts = Array.from({ length: POSTS }, () => ids.next())
  const times = { published_at: now, created_at: now, updated_at: now }
  const rows = posts.map((post) => ({ shop_id: id, id: post, slug: post, author_id: author, ...times }))
  await db
    .insertInto('posts')
    .values(rows.map((row) => ({ ...row, state: 'published' })))
    .execute()
  return { id, posts }
}

async function throughServer(databaseUrl: string, folder: string, shop: Shop): Promise<Load> {
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: join(folder, 'data'), ROLE: 'web' }
  const server = await startServer(env)
  try {
    const port = new URL(server.url).port
    const shape = {
      port,
      connections: CONNECTIONS,
      perRequest: PER_REQUEST,
      seconds: SECONDS,
      posts: shop.posts
    }
    const child = fork(join(import.meta.dirname, 'intake.load.ts'))
    child.send(shape)
    return await new Promise<Load>((resolve, reject) => {
      child.once('message', (load) => resolve(load as Load))
      child.once('exit', (code) => reject(new Error(`the load ended with ${code}`)))
    })
  } finally {
    await server.stop()
  }
}

/**
 * Rows a second of one connection that inserts 1000 like rows in one statement, again and again: the same columns,
 * indexes and order of keys, every array written beforehand.
 */
async function rawRate(db: Db, shop: Shop): Promise<number> {
  const other = shop.id + 1_000_000
  let seq = await lastSeq(db, other)
  const batches = Array.from({ length: 150 }, () => rawBatch(shop))
  const start = performance.now()
  let rows = 0
  for (const { posts, actors, times, keys } of batches) {
    await sql`
      insert into ledger (shop_id, seq, kind, actor, subject_kind, subject_id, post_id, network, quantity,
        occurred_at, recorded_at, dedupe_key)
      select ${other}::bigint, ${seq}::bigint + n, 'view', actor, 'post', post, post, 'square', 1, time, time, key
      from unnest(${posts}::uuid[], ${actors}::text[], ${times}::timestamptz[], ${keys}::text[])
        with ordinality as e (post, actor, time, key, n)
      on conflict (shop_id, dedupe_key) where dedupe_key is not null do nothing`.execute(db)
    seq += RAW_ROWS
    rows += RAW_ROWS
  }
  return (rows / (performance.now() - start)) * 1_000
}

const RAW_ROWS = 1_000
const literal = (cells: readonly (string | undefined)[]) => `{${cells.join(',')}}`

function rawBatch(shop: Shop) {
  const at = new Date().toISOString()
  const rows = Array.from({ length: RAW_ROWS }, (_, i) => ({
    post: shop.posts[i % POSTS]!,
    actor: ids.secret(16)
  }))
  const keyed = rows.map((row) => ({ ...row, key: `v:${row.post}:${row.actor}:20000` }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1))
  return {
    posts: literal(keyed.map((row) => row.post)),
    actors: literal(keyed.map((row) => row.actor)),
    times: literal(keyed.map(() => at)),
    keys: literal(keyed.map((row) => row.key))
  }
}

async function lastSeq(db: Db, shopId: number): Promise<number> {
  const { seq } = await db
    .selectFrom('ledger')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('shop_id', '=', shopId)
    .executeTakeFirstOrThrow()
  return seq ?? 0
}

async function expectEveryAcknowledgedRow(db: Db, shopId: number, acknowledged: number): Promise<void> {
  const { n } = await db
    .selectFrom('ledger')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('shop_id', '=', shopId)
    .executeTakeFirstOrThrow()
  if (n < acknowledged) throw new Error(`${acknowledged} were acknowledged, but only ${n} are in the ledger`)
}
