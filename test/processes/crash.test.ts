import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { Context } from '#context'
import { visitorKey } from '#domain/accounts/visitor.ts'
import { inContext } from '../context.ts'
import { factories } from '../factories/index.ts'
import { dataFolder, startServer, type RunningServer } from '../server.ts'
import { cleanUp, cleanUps } from './clean-up.ts'

const ROUNDS = 20
const READERS = 6

afterEach(cleanUp)

const agentOf = (n: number) => `Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.${n}`

/** People who look at a post, each once, until told to stop; who was acknowledged is kept. */
function readers(url: string, postId: string, seen: { next: number; acknowledged: Set<number> }) {
  let open = true
  const read = async () => {
    while (open) {
      const n = seen.next++
      const answer = await fetch(`${url}/api/v1/interactions`, {
        method: 'POST',
        headers: { 'user-agent': agentOf(n), 'content-type': 'application/json' },
        body: JSON.stringify({ items: [{ kind: 'view', post: postId }] })
      }).catch(() => undefined)
      if (answer?.status === 202) seen.acknowledged.add(n)
      else await pause(10)
    }
  }
  const all = Promise.all(Array.from({ length: READERS }, read))
  return () => ((open = false), all)
}

const postmasterOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

/** Kills one of the two at a moment nobody chose. A server that lost only its PostgreSQL must come back by itself. */
async function killSomething(round: number, server: RunningServer, dataDir: string, done: () => number) {
  await pause(50 + Math.random() * 400)
  if (round % 2) {
    process.kill(postmasterOf(dataDir), 'SIGKILL')
    await pause(50)
    const before = done()
    await expect.poll(done, { timeout: 30_000, interval: 20 }).toBeGreaterThan(before + READERS)
  }
  await server.stop('SIGKILL')
}

test(
  `after ${ROUNDS} rounds of kill -9, everything acknowledged over HTTP is in the ledger, once`,
  { timeout: 240_000 },
  async () => {
    const data = dataFolder()
    cleanUps.push(data.remove)
    const env = { DATA_DIR: data.path }
    const { shopId, postId } = await inContext(env, async (ctx) => {
      const given = await factories(ctx)
      return { shopId: given.shopId, postId: await given.post() }
    })
    const seen = { next: 0, acknowledged: new Set<number>() }
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startServer(env)
      cleanUps.push(() => server.stop('SIGKILL'))
      const leave = readers(server.url, postId, seen)
      await killSomething(round, server, data.path, () => seen.acknowledged.size)
      await leave()
    }
    expect(seen.acknowledged.size).toBeGreaterThan(ROUNDS * READERS)
    await inContext(env, (ctx) => expectViews(ctx, shopId, seen))
  }
)

/** Every acknowledged view is there once; of those that got no answer, some are, and none twice. */
async function expectViews(
  ctx: Context,
  shopId: number,
  { next, acknowledged }: { next: number; acknowledged: Set<number> }
): Promise<void> {
  const rows = await ctx.db
    .selectFrom('ledger')
    .select((eb) => ['actor', eb.fn.countAll<number>().as('times')])
    .where('shop_id', '=', shopId)
    .where('kind', '=', 'view')
    .groupBy('actor')
    .execute()
  const times = new Map(rows.map((row) => [row.actor, row.times]))
  expect([...times.values()].filter((n) => n !== 1)).toEqual([])
  expect(times.size).toBeLessThanOrEqual(next)
  const missing: number[] = []
  for (const n of acknowledged) {
    const key = await visitorKey(ctx, shopId, new Headers({ 'user-agent': agentOf(n) }), '127.0.0.1')
    if (!times.has(key)) missing.push(n)
  }
  expect(missing).toEqual([])
}
