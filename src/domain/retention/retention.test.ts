import { sql } from 'kysely'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rebuild } from '#domain/ledger/index.ts'
import { lived, placesOf } from '#domain/privacy/testing.ts'
import { projections } from '#domain/projections.ts'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import { changeRetention, keepRules, listRuns, retentionOf } from './index.ts'
import { DAYS_RULES, RULES, type DaysRule } from './schema.ts'

const DAY = 86_400_000
const runsOf = async (w: World) =>
  Object.fromEntries((await listRuns(w.ctx, w.shopId)).runs.map(({ rule, affected }) => [rule, affected]))

const set = async (w: World, days: Partial<Record<DaysRule, number>>, books = {}) =>
  must(
    changeRetention(w.ctx, await w.given.owner(), { booksYears: null, booksBuyer: null, ...days, ...books })
  )

const agoOf = (w: World, days: number) => new Date(w.clock.now().getTime() - days * DAY)

/** Puts rows of this age where a rule looks, and tells which ages are still there as the rule sees it. */
const PLACES: Record<
  Exclude<DaysRule, 'inactive' | 'browsing'>,
  {
    put: (w: World, at: Date) => Promise<unknown>
    left: string
  }
> = {
  guest_carts: {
    put: (w, at) => sql`insert into carts (shop_id, id, token_hash, country, locale, email, created_at, updated_at)
      values (${w.shopId}, gen_random_uuid(), gen_random_uuid(), 'FI', 'fi', 'a@example.org', ${at}, ${at})`.execute(w.ctx.db), // prettier-ignore
    left: 'select updated_at as at from carts'
  },
  letters: {
    put: (w, at) =>
      sql`insert into mails (shop_id, id, kind, to_address, subject, text_body, html_body, state, created_at)
      values (${w.shopId}, gen_random_uuid(), 'x', 'a@example.org', 's', 't', 'h', 'sent', ${at})`.execute(
        w.ctx.db
      ),
    left: 'select created_at as at from mails'
  },
  visits: {
    put: (w, at) =>
      sql`insert into touches (shop_id, click_id, kind, network, visitor, touched_at)
      values (${w.shopId}, gen_random_uuid()::text, 'tap', 'square', 'v', ${at})`.execute(w.ctx.db),
    left: 'select touched_at as at from touches where visitor is not null and true'
  },
  webhook_log: {
    put: (w, at) =>
      sql`with h as (insert into webhooks (shop_id, id, url, events, secret, since_seq, created_at)
        values (${w.shopId}, gen_random_uuid(), 'https://a.example/', '{}', 's', 0, ${at}) returning shop_id, id),
      e as (insert into webhook_events (shop_id, id, type, subject, body, created_at)
        values (${w.shopId}, gen_random_uuid(), 't', 's', '{}', ${at}) returning id)
      insert into webhook_deliveries (shop_id, id, webhook_id, event_id, type, subject, place, created_at)
      select h.shop_id, gen_random_uuid(), h.id, e.id, 't', 's', 0, ${at} from h, e`.execute(w.ctx.db),
    left: 'select created_at as at from webhook_deliveries'
  },
  import_rows: {
    put: (w, at) => sql`with i as (insert into imports (shop_id, id, kind, file_key, file_name, file_bytes, state, created_at)
        values (${w.shopId}, gen_random_uuid(), 'customers', 'k', 'n', 1, 'done', ${at}) returning shop_id, id)
      insert into import_problems (shop_id, import_id, n, row, code, raw) select shop_id, id, 1, 1, 'c', 'Ana' from i`.execute(w.ctx.db), // prettier-ignore
    left: 'select i.created_at as at from imports i join import_problems p on p.import_id = i.id and p.raw is not null and true' // prettier-ignore
  },
  invites: {
    put: (w, at) => sql`insert into member_invites (shop_id, id, email, role, token_hash, mailed, invited_by, created_at, expires_at)
      values (${w.shopId}, gen_random_uuid(), gen_random_uuid() || '@example.org', 'clerk', gen_random_uuid(), true, gen_random_uuid(), ${at}, ${at})`.execute(w.ctx.db), // prettier-ignore
    left: 'select expires_at as at from member_invites'
  }
}

test('each rule deletes what is older than it says, exactly that, and records how many', async () => {
  for (const [rule, { put, left }] of Object.entries(PLACES) as [
    keyof typeof PLACES,
    (typeof PLACES)['letters']
  ][]) {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: RULES[rule].least, max: RULES[rule].most }),
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 6 }),
        async (days, around) => {
          const w = await world()
          const ages = around.map((n) => Math.max(0, days + n)).map((age) => age + 0.5)
          for (const age of ages) await put(w, agoOf(w, age))
          await set(w, { [rule]: days })
          await keepRules(w.ctx, w.shopId)
          const table = left.includes('imports i') ? 'i.shop_id' : 'shop_id'
          const { rows } = await sql<{ at: Date }>`${sql.raw(`${left} ${/ on | where /.test(left) ? 'and' : 'where'} ${table} = ${w.shopId}`)}`.execute(w.ctx.db) // prettier-ignore
          const kept = ages.filter((age) => age < days).map((age) => agoOf(w, age).getTime())
          expect(rows.map(({ at }) => at.getTime()).sort()).toEqual(kept.sort())
          expect((await runsOf(w))[rule] ?? 0).toBe(ages.length - kept.length)
        }
      ),
      { numRuns: 4 }
    )
  }
})

test('a rule runs once a day, and what it deletes in a day is one line; changed, it runs anew', async () => {
  const w = await world()
  const { put } = PLACES.letters
  for (const age of [200, 100]) await put(w, agoOf(w, age))
  await keepRules(w.ctx, w.shopId)
  expect(await runsOf(w)).toEqual({ letters: 1 })
  await put(w, agoOf(w, 300))
  await keepRules(w.ctx, w.shopId)
  expect(await runsOf(w)).toEqual({ letters: 1 })
  await set(w, { letters: 90 })
  await Promise.all([keepRules(w.ctx, w.shopId), keepRules(w.ctx, w.shopId)])
  expect(await runsOf(w)).toEqual({ letters: 3 })
  w.clock.advance(DAY)
  await put(w, agoOf(w, 300))
  await keepRules(w.ctx, w.shopId)
  expect((await listRuns(w.ctx, w.shopId)).runs.map(({ affected }) => affected)).toEqual([1, 3])
})

test('nothing may be kept longer or shorter than its bounds, and another shop keeps its own', async () => {
  const [w, v] = [await world(), await world()]
  for (const rule of DAYS_RULES) {
    for (const days of [RULES[rule].least - 1, RULES[rule].most + 1, 2.5]) {
      const outcome = await changeRetention(w.ctx, await w.given.owner(), { booksYears: null, booksBuyer: null, [rule]: days }) // prettier-ignore
      expect([rule, days, outcome]).toMatchObject([
        rule,
        days,
        { refusal: 'invalid', detail: { field: rule } }
      ])
    }
  }
  await PLACES.letters.put(v, agoOf(v, 100))
  await set(w, { letters: 30, inactive: 0 })
  await keepRules(w.ctx, w.shopId)
  await keepRules(v.ctx, v.shopId)
  expect([await runsOf(w), await runsOf(v)]).toEqual([{}, {}])
  expect((await retentionOf(v.ctx, v.shopId)).rules.find(({ rule }) => rule === 'letters')).toMatchObject({
    days: 180
  })
})

test('who looked at what long ago is forgotten; no figure changes, and views built anew come out the same', async () => {
  const w = await world()
  const ana = await lived(w, 'browsing')
  await w.settle()
  const figures = async () => {
    const of = (query: string) => sql.raw(`${query} where shop_id = ${w.shopId} order by 1, 2, 3, 4, 5`)
    const counts = await of(
      'select post_id, likes, views, clicks, shares, comments from post_counts'
    ).execute(w.ctx.db)
    const hours = await of('select dimension, key, kind, network, hour, quantity from rollup_hours').execute(
      w.ctx.db
    )
    const people = await sql`select count(distinct actor) from ledger where shop_id = ${w.shopId} and kind = 'click'`.execute(w.ctx.db) // prettier-ignore
    return [counts.rows, hours.rows, people.rows]
  }
  const before = await figures()
  w.clock.advance(396 * DAY)
  await keepRules(w.ctx, w.shopId)
  const rows = await w.ledger()
  const seen = rows.filter(({ kind }) => ['view', 'click', 'share'].includes(kind))
  expect(seen.map(({ actor }) => actor)).not.toContain(ana.actor.memberId)
  expect(seen.map(({ dedupe_key }) => dedupe_key).join()).not.toContain(ana.actor.memberId)
  expect(rows.filter(({ kind, actor }) => kind === 'like' && actor === ana.actor.memberId)).toHaveLength(1)
  expect(await figures()).toEqual(before)
  for (const projection of projections) await rebuild(w.ctx, w.shopId, projection)
  expect(await figures()).toEqual(before)
  expect(await runsOf(w)).toMatchObject({ browsing: 3 })
})

test('buyers of orders past the books’ time are blanked, a day before they are not, and the sums stay', async () => {
  const w = await world()
  const gone = await lived(w, 'oldbuyer')
  const named = async () =>
    (await placesOf(w, gone.marks)).filter((place) => /^(orders|past_orders)\./.test(place))
  const sums = () => w.ctx.db.selectFrom('orders').select(['number', 'total', 'tax', 'net', 'state']).where('shop_id', '=', w.shopId).orderBy('number').execute() // prettier-ignore
  const before = await sums()
  w.clock.set(new Date('2032-12-31T21:00:00Z'))
  await keepRules(w.ctx, w.shopId)
  expect(await named()).toEqual(['orders.email', 'orders.member_id', 'orders.ship_to', 'past_orders.email', 'past_orders.name', 'past_orders.note']) // prettier-ignore
  w.clock.set(new Date('2033-01-01T00:30:00Z'))
  await set(w, {})
  await keepRules(w.ctx, w.shopId)
  expect(await named()).toEqual([])
  expect(await sums()).toEqual(before)
  const { ship_to } = await w.ctx.db.selectFrom('orders').select('ship_to').where('shop_id', '=', w.shopId).executeTakeFirstOrThrow() // prettier-ignore
  expect(ship_to).toMatchObject({ name: '', line1: '', country: 'FI' })
})

test('members nobody saw are written to a month before and erased; who comes back, buys or works there stays', async () => {
  const w = await world()
  const [silent, back, writing, staff] = [await w.given.member({ email: 'silent@example.org' }), await w.given.member({ email: 'back@example.org' }), await w.given.member({ email: 'writing@example.org' }), await w.given.member({ role: 'clerk' })] // prettier-ignore
  await set(w, { inactive: 365 })
  const letters = async () => (await w.ctx.db.selectFrom('mails').select('to_address').where('shop_id', '=', w.shopId).orderBy('to_address').execute()).map((row) => row.to_address) // prettier-ignore
  const there = async () => new Set((await w.ctx.db.selectFrom('members').select('id').where('shop_id', '=', w.shopId).where('email', '<>', '').execute()).map(({ id }) => id)) // prettier-ignore
  w.clock.advance(334 * DAY)
  await keepRules(w.ctx, w.shopId)
  expect(await letters()).toEqual([])
  w.clock.advance(2 * DAY)
  await w.ctx.db
    .updateTable('members')
    .set({ seen_at: w.clock.now() })
    .where('id', '=', writing.memberId!)
    .execute()
  await keepRules(w.ctx, w.shopId)
  expect(await letters()).toEqual(['back@example.org', 'silent@example.org'])
  w.clock.advance(10 * DAY)
  await w.ctx.db
    .updateTable('members')
    .set({ seen_at: w.clock.now() })
    .where('id', '=', back.memberId!)
    .execute()
  w.clock.advance(19 * DAY)
  await keepRules(w.ctx, w.shopId)
  expect((await there()).has(silent.memberId!)).toBe(true)
  w.clock.advance(2 * DAY)
  await keepRules(w.ctx, w.shopId)
  const left = await there()
  expect([silent, back, writing, staff].map(({ memberId }) => left.has(memberId!))).toEqual([
    false,
    true,
    true,
    true
  ])
  expect(await runsOf(w)).toMatchObject({ inactive: 1 })
})

/** Members who were told, and whose month is over. */
async function told(w: World, n: number) {
  const members: Awaited<ReturnType<typeof w.given.member>>[] = []
  for (let i = 0; i < n; i++) members.push(await w.given.member())
  // As the rule takes them: ids of one millisecond are in no order.
  members.sort((a, b) => (a.memberId! < b.memberId! ? -1 : 1))
  await set(w, { inactive: 365 })
  w.clock.advance(336 * DAY)
  await keepRules(w.ctx, w.shopId)
  w.clock.advance(31 * DAY)
  const is = (i: number, row: { role?: string; seen_at: Date }) =>
    w.ctx.db.updateTable('members').set(row).where('id', '=', members[i]!.memberId!).execute()
  const left = async () => {
    const rows = await w.ctx.db.selectFrom('members').select('id').where('shop_id', '=', w.shopId).where('email', '<>', '').execute() // prettier-ignore
    return members.map(({ memberId }) => rows.some(({ id }) => id === memberId))
  }
  return { is, left }
}

test('the silent are erased also when somebody who was told so came back and became an owner', async () => {
  const w = await world()
  const { is, left } = await told(w, 2)
  await is(1, { role: 'owner', seen_at: w.clock.now() })
  const stuck = setTimeout(
    () =>
      void sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`.execute(w.ctx.db),
    3_000
  )
  await keepRules(w.ctx, w.shopId).finally(() => clearTimeout(stuck))
  expect(await left()).toEqual([false, true])
  expect(await runsOf(w)).toMatchObject({ inactive: 1 })
})

test('who comes back while others are being erased stays', async () => {
  const w = await world()
  const { is, left } = await told(w, 2)
  let keeping: Promise<void>
  await w.ctx.db.transaction().execute(async (tx) => {
    await tx.selectFrom('members').select('id').where('shop_id', '=', w.shopId).where('role', '=', 'owner').forUpdate().execute() // prettier-ignore
    keeping = keepRules(w.ctx, w.shopId)
    const waits = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await waits.execute(w.ctx.db)).rows.length).toBe(1)
    await is(1, { seen_at: w.clock.now() })
  })
  await keeping!
  expect(await left()).toEqual([false, true])
})
