import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import type { Context } from '#context'
import { visitorKey } from '#domain/accounts/visitor.ts'
import { settlePayments } from '#domain/checkout/index.ts'
import { payInput } from '../checkout.ts'
import { inContext } from '../context.ts'
import { factories } from '../factories/index.ts'
import { dataFolder, startServer, type RunningServer } from '../server.ts'
import { cleanUp, cleanUps } from './clean-up.ts'
import { agentOf, letIn, type Goods, type Told } from './visitors.ts'

const ROUNDS = 20
const STOCK = 100_000

afterEach(cleanUp)

async function openShop(ctx: Context): Promise<Goods & { shopId: number }> {
  const given = await factories(ctx)
  const { variantId } = await given.product({ stock: STOCK })
  const { token } = await given.cart([{ variantId }])
  const { rateId, expected } = await payInput(ctx, given.guest(), token)
  const postId = await given.post()
  return { shopId: given.shopId, postId, variantId, rateId: rateId!, expected: expected.amount }
}

const postmasterOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

/** Kills one of the two at a moment nobody chose. A server that lost only its PostgreSQL must come back by itself. */
async function killSomething(
  round: number,
  server: RunningServer,
  dataDir: string,
  told: Told
): Promise<void> {
  await pause(Math.random() * (round < ROUNDS / 2 ? 50 : 500)) // in the first rounds just after it opened
  if (round % 2) {
    process.kill(postmasterOf(dataDir), 'SIGKILL')
    await pause(50)
    const [views, orders] = [told.seen.size, told.orders.size]
    // More than could have been answered before it was gone.
    const back = () => told.seen.size > views + 5 && told.orders.size > orders + 3
    const hasEnded = () => server.process.exitCode !== null
    await expect.poll(() => back() || hasEnded(), { timeout: 60_000, interval: 20 }).toBe(true)
    expect(hasEnded(), server.output()).toBe(false)
  }
  await server.stop('SIGKILL')
}

test(
  `after ${ROUNDS} rounds of kill -9, everything acknowledged over HTTP is there, once, and the stock adds up`,
  { timeout: 300_000 },
  async () => {
    const data = dataFolder()
    cleanUps.push(data.remove)
    const env = { DATA_DIR: data.path }
    const shop = await inContext(env, openShop)
    const told: Told = { next: 0, seen: new Set(), orders: new Set() }
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startServer(env)
      cleanUps.push(() => server.stop('SIGKILL'))
      const leave = letIn(server.url, shop, told)
      await killSomething(round, server, data.path, told)
      await leave()
    }
    expect(told.seen.size).toBeGreaterThan(3 * ROUNDS)
    expect(told.orders.size).toBeGreaterThan(ROUNDS)
    await inContext(env, async (ctx) => {
      await expectViews(ctx, shop.shopId, told)
      await expectOrders(ctx, shop, told)
    })
  }
)

/** Every acknowledged view is there once; of those that got no answer, some are, and none twice. */
async function expectViews(ctx: Context, shopId: number, { next, seen }: Told): Promise<void> {
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
  for (const n of seen) {
    const key = await visitorKey(ctx, shopId, new Headers({ 'user-agent': agentOf(n) }), '127.0.0.1')
    if (!times.has(key)) missing.push(n)
  }
  expect(missing).toEqual([])
}

/** Once what the crashes left open is settled, every confirmed order stands, and holds its piece and no other. */
async function expectOrders(ctx: Context, { shopId, variantId }: Goods & { shopId: number }, told: Told) {
  const later = new Date(Date.now() + 120_000)
  await settlePayments({ ...ctx, clock: { now: () => later } }, shopId)
  const orders = await ctx.db
    .selectFrom('orders')
    .select(['token', 'number', 'state'])
    .where('shop_id', '=', shopId)
    .execute()
  const placed = orders.filter(({ state }) => state === 'placed')
  const tokens = new Set(placed.map(({ token }) => token))
  expect([...told.orders].filter((token) => !tokens.has(token))).toEqual([])
  expect(new Set(placed.map(({ number }) => number)).size).toBe(placed.length)
  const { rows } = await sql<Record<string, number>>`
    select on_hand as "onHand", reserved,
      (select sum(quantity) from reservations r where r.shop_id = s.shop_id and r.variant_id = s.variant_id) as held,
      (select sum(quantity) from reservations r where r.shop_id = s.shop_id and r.variant_id = s.variant_id
        and r.order_id is not null) as sold
    from stock s where s.shop_id = ${shopId} and s.variant_id = ${variantId}`.execute(ctx.db)
  const [stock] = rows
  expect(stock).toMatchObject({ onHand: STOCK, reserved: stock!.held, sold: placed.length })
}
