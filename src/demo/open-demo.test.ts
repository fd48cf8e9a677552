import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#context'
import { signIn } from '#domain/signing-in/index.ts'
import { makePaymentProviders } from '#domain/checkout/providers/index.ts'
import { rebuild } from '#domain/ledger/index.ts'
import { projections } from '#domain/projections.ts'
import { demoSignInsOf, listShops } from '#domain/shops/index.ts'
import { connect } from '#platform/database/index.ts'
import { freshDatabase } from '#test/database.ts'
import { world } from '#test/world.ts'
import { openDemo } from './index.ts'
import type { Scale } from './market/scale.ts'

const SMALL: Scale = { days: 7, goods: 9, neighbours: 8, visits: 15, purchases: 9, pixels: 40 }
const TINY: Scale = { days: 2, goods: 2, neighbours: 0, visits: 2, purchases: 0, pixels: 24 }

type Empty = { ctx: Context; url: string; close(): Promise<void> }

/** A context on a database with no shop in it. */
async function empty(): Promise<Empty> {
  const { ctx } = await world()
  const fresh = await freshDatabase()
  const { db, close } = connect(fresh.url, { max: 12 })
  const payments = makePaymentProviders({ demo: true }, { db, clock: ctx.clock })
  const end = async () => {
    await close()
    await fresh.drop()
  }
  return { ctx: { ...ctx, db, payments }, url: fresh.url, close: end }
}

let market: Empty
let shopId: number

beforeAll(async () => {
  market = await empty()
  await openDemo(market.ctx, market.url, SMALL)
  shopId = (await listShops(market.ctx))[0]!.id
}, 300_000)

afterAll(() => market.close())

const read = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  (await query.execute(market.ctx.db)).rows

test('the views of the demo say what its ledger says, and a rebuild says the same', async () => {
  const views = async () => ({
    posts: await read(sql`select * from post_counts order by post_id`),
    hours: await read(sql`select * from rollup_hours order by dimension, key, kind, network, hour`)
  })
  const followed = await views()
  expect(followed.posts.length).toBeGreaterThan(8)
  const [sums] = await read(sql`
    select sum(likes) as likes, sum(comments) as comments, sum(views) as views from post_counts`)
  const [told] = await read(sql`
    select sum(case kind when 'like' then 1 when 'unlike' then -1 else 0 end) as likes,
      count(*) filter (where kind = 'comment') as comments, count(*) filter (where kind = 'view') as views
    from ledger where post_id is not null`)
  expect(sums).toEqual(told)
  for (const projection of projections) await rebuild(market.ctx, shopId, projection)
  expect(await views()).toEqual(followed)
})

test('the demo’s stock is what its journal adds up to, and every order has its pieces', async () => {
  const wrong = await read(sql`
    select s.variant_id from stock s
    where on_hand <> (select coalesce(sum(change), 0) from stock_moves m
        where m.variant_id = s.variant_id and m.location_id = s.location_id)
      or reserved <> (select coalesce(sum(quantity), 0) from reservations r
        where r.variant_id = s.variant_id and r.location_id = s.location_id)`)
  expect(wrong).toEqual([])
  const orders = await read<{ state: string; pieces: number; held: number; sold: number; sent: number }>(sql`
    select o.state, sum(l.quantity - l.fulfilled - l.cancelled)::int as pieces, sum(fulfilled)::int as sent,
      (select coalesce(sum(quantity), 0)::int from reservations r where r.order_id = o.id) as held,
      (select coalesce(-sum(change), 0)::int from stock_moves m where m.order_id = o.id and reason = 'sold') as sold
    from orders o join order_lines l on l.order_id = o.id where o.number is not null group by o.id, o.state`)
  expect(orders.length).toBeGreaterThan(30)
  expect(orders.filter(({ pieces, held }) => pieces !== held)).toEqual([])
  expect(orders.filter(({ sent, sold }) => sent !== sold)).toEqual([])
  expect(orders.map(({ state }) => state)).toEqual(
    expect.arrayContaining(['placed', 'completed', 'cancelled'])
  )
  const forgotten = await read(sql`
    select number from orders o join payments p on p.order_id = o.id
    where o.state = 'placed' and p.provider = 'test-card'
      and placed_at < ${market.ctx.clock.now()}::timestamptz - interval '2 days'`)
  expect(forgotten).toEqual([])
})

test('the demo’s posts went out in order of time, and nothing has happened that lies ahead', async () => {
  const now = market.ctx.clock.now()
  const out = await read<{ at: Date }>(sql`
    select occurred_at as at from ledger where kind = 'post_published' order by seq`)
  expect(out.map(({ at }) => at)).toEqual(out.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime()))
  const [edges] = await read<{ first: Date; last: Date; recorded: Date; waiting: Date }>(sql`
    select min(occurred_at) as first, max(occurred_at) as last, max(recorded_at) as recorded,
      (select min(publish_at) from posts where state = 'scheduled') as waiting from ledger`)
  expect(edges!.last <= now && edges!.recorded <= now && edges!.waiting > now).toBe(true)
  expect(now.getTime() - edges!.last.getTime()).toBeLessThan(30 * 60_000)
  const early = await read(sql`
    select c.id from comments c join posts p on p.id = c.post_id where c.posted_at < p.published_at
    union all select r.post_id from reactions r join posts p on p.id = r.post_id where r.reacted_at < p.published_at`)
  expect(early).toEqual([])
})

test('a reduced good had its full price for the thirty days before', async () => {
  const history = await read(sql`
    select array_agg(distinct c.price::int order by c.price::int desc) as prices from price_changes c
    join variants v on v.id = c.variant_id join products p on p.id = v.product_id
    where p.handle = 'coffee-tee'`)
  expect(history).toEqual([{ prices: [3600, 3200] }])
})

test('everybody on the list can sign in, and a second start changes nothing', async () => {
  const [shop] = await listShops(market.ctx)
  const ledger = () => read(sql`select count(*) from ledger`)
  const before = await ledger()
  const { signIns } = await openDemo(market.ctx, market.url, SMALL)
  expect(await ledger()).toEqual(before)
  expect(demoSignInsOf(shop!)).toHaveLength(7)
  const visit = {
    shop: shop!,
    locale: 'en',
    origin: 'http://localhost',
    secure: false,
    address: '::1'
  } as const
  for (const { email, password } of demoSignInsOf(shop!)) {
    expect(signIns).toContain(email)
    expect(await signIn(market.ctx, visit, { email, password })).toMatchObject({
      ok: true,
      value: { memberId: expect.any(String) }
    })
  }
})

test('the demo touches nothing where somebody has a shop', async () => {
  const { ctx, databaseUrl } = await world()
  const shops = await listShops(ctx)
  await expect(openDemo(ctx, databaseUrl, TINY)).rejects.toThrow('There is a shop of your own here')
  expect(await listShops(ctx)).toEqual(shops)
})

test('a demo that was cut short is thrown away by the next start, and two starts at once make one market', async () => {
  const { ctx, url, close } = await empty()
  let left = 20
  const put: Context['files']['put'] = (...given) =>
    left-- > 0 ? ctx.files.put(...given) : Promise.reject(new Error('the power went'))
  await expect(openDemo({ ...ctx, files: { ...ctx.files, put } }, url, TINY)).rejects.toThrow(
    'the power went'
  )
  const [half] = await listShops(ctx)
  expect(half).toMatchObject({ isDemo: true, settings: {} })
  await Promise.all([openDemo(ctx, url, TINY), openDemo(ctx, url, TINY)])
  const shops = await listShops(ctx)
  expect(shops).toHaveLength(1)
  expect(shops[0]!.id).toBeGreaterThan(half!.id)
  const old = await ctx.db.selectFrom('members').select('id').where('shop_id', '=', half!.id).execute()
  expect(old).toEqual([])
  await close()
}, 300_000)
