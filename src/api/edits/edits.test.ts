import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { changeCampaign } from '#domain/campaigns/index.ts'
import { removeTaxRate, setTaxRate } from '#domain/delivery/index.ts'
import { write } from '#domain/ledger/index.ts'
import { changeRetention } from '#domain/retention/index.ts'
import { setMainHost } from '#domain/shops/index.ts'
import { done } from '#platform/outcome.ts'
import { apiOf } from '#test/api.ts'
import { world, type World } from '#test/world.ts'
import { api, documentOf } from '../index.ts'
import { made, THINGS, v1, vat, type Call } from './testing.ts'

/** Edits that take no If-Match, and why none is lost by that. */
const WITHOUT: Record<string, string> = {
  addReaction: 'a member’s own mark: nobody else can have changed it',
  followShop: 'a member’s own mark',
  setCoupon: 'a buyer’s own cart, found by its secret',
  saveDetails: 'a buyer’s own cart, found by its secret',
  setQuantity: 'a buyer’s own cart, found by its secret',
  chooseVariant: 'a buyer’s own cart, found by its secret',
  setMyConsent: 'a member’s own word, and one more line of a log',
  confirmDelivery: 'says one thing once; saying it again keeps the first time',
  setStock: 'someone counted what is there: that holds, whatever was written before'
}

test('every edit declares If-Match, or has a reason not to', () => {
  type Operation = { operationId: string; parameters?: { name: string }[] }
  const edits = Object.values(documentOf(api).paths ?? {}).flatMap((path) =>
    (['put', 'patch'] as const).flatMap((method) => (path?.[method] as Operation | undefined) ?? [])
  )
  const bare = edits.filter(({ parameters = [] }) => !parameters.some(({ name }) => name === 'If-Match'))
  expect(edits.length).toBeGreaterThan(25)
  expect(bare.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(WITHOUT).sort())
})

const stateIn = async (call: Call, read: string) => (await call('GET', v1(read))).headers.get('etag') ?? ''

test.each(Object.keys(THINGS))(
  '%s: an edit of what someone else changed meanwhile is refused',
  async (name) => {
    const w = await world()
    const call = await apiOf(w, await w.given.owner())
    const { read, edits } = await THINGS[name]!(w, call)
    for (const [method, path, body] of edits) {
      const [before, other] = [
        await stateIn(call, read),
        { headers: { 'if-match': `"${'x'.repeat(16)}-${'x'.repeat(16)}"` } }
      ]
      const stale = await call(
        method,
        v1(path),
        body,
        name === 'feed' ? { headers: { 'if-match': `"99-${'x'.repeat(16)}"` } } : other
      )
      expect([method, path, stale.status, await stale.json()]).toMatchObject([
        ...[method, path, 412, { code: 'precondition_failed' }]
      ])
      expect([path, await stateIn(call, read)]).toEqual([path, before])
      const mine = await call(method, v1(path), body, { headers: { 'if-match': before } })
      expect([method, path, mine.status]).toEqual([method, path, body && mine.status === 200 ? 200 : 204])
      const again = await call('GET', v1(read), undefined, { headers: { 'if-none-match': before } })
      expect([method, path, again.status === 304]).toEqual([method, path, false])
      expect((await call(method, v1(path), body, { headers: { 'if-match': 'W/"x"' } })).status).toBe(412)
    }
  }
)

test('the state is looked at where the edit is done: whoever waits for another’s edit is refused, not late', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const call = await apiOf(w, owner)
  const { id } = await made(call, '/campaigns', { name: 'A' })
  const path = `/campaigns/${id}`
  const headers = { 'if-match': await stateIn(call, path) }
  let late: Promise<Response> | undefined
  await write(w.ctx, w.shopId, async (tx) => {
    await tx.updateTable('campaigns').set({ name: 'Theirs' }).where('id', '=', id).execute()
    late = Promise.resolve(call('PUT', v1(path), { name: 'Mine' }, { headers }))
    await expect.poll(() => waiting(w)).toBe(1)
    return done(null)
  })
  expect((await late)?.status).toBe(412)
  expect(await (await call('GET', v1(path))).json()).toMatchObject({ name: 'Theirs' })
})

test('of many edits of one state at once, one is done', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const call = await apiOf(w, owner)
  const { id } = await made(call, '/campaigns', { name: 'A' })
  const headers = { 'if-match': await stateIn(call, `/campaigns/${id}`) }
  const tries = Array.from({ length: 6 }, (_, i) =>
    call('PUT', v1(`/campaigns/${id}`), { name: `Edit ${i}` }, { headers })
  )
  const statuses = (await Promise.all(tries)).map(({ status }) => status)
  expect(statuses.sort()).toEqual([200, 412, 412, 412, 412, 412])
  const input = { campaignId: id, name: 'By the page', hashtag: null, startsAt: null, endsAt: null }
  expect((await changeCampaign(w.ctx, owner, input)).ok).toBe(true)
})

test('an edit that is asked for once is done once, and a refused one leaves its key an answer', async () => {
  const w = await world()
  const call = await apiOf(w, await w.given.owner())
  const { id } = await made(call, '/campaigns', { name: 'A' })
  const path = `/campaigns/${id}`
  const headers = { 'if-match': await stateIn(call, path), 'idempotency-key': 'k' }
  const edit = () => call('PUT', v1(path), { name: 'B' }, { headers })
  expect([(await edit()).status, (await edit()).status]).toEqual([200, 200])
  const other = { ...headers, 'idempotency-key': 'l' }
  const stale = () => call('PUT', v1(path), { name: 'C' }, { headers: other })
  const [first, again] = [await stale(), await stale()]
  expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([412, 412, 'true'])
})

test('who writes rates of VAT, names of the shop or how long things are kept waits for an edit that looks at them', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const edits: Promise<unknown>[] = []
  await write(w.ctx, w.shopId, async (tx) => {
    await tx.selectFrom('shops').select('name').where('shop_id', '=', w.shopId).forNoKeyUpdate().execute()
    edits.push(setTaxRate(w.ctx, owner, { ...vat, taxClass: 'standard', basisPoints: 2600 }))
    edits.push(removeTaxRate(w.ctx, owner, { ...vat, taxClass: 'standard' }))
    edits.push(setMainHost(w.ctx, owner, 'none.example.org'))
    edits.push(changeRetention(w.ctx, owner, { letters: 90, booksYears: null, booksBuyer: null }))
    await expect.poll(() => waiting(w, 'shops')).toBe(4)
    return done(null)
  })
  await Promise.all(edits)
})

/** How many wait for a row that another transaction holds. */
async function waiting({ ctx }: World, table = 'campaigns'): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like ${`%${table}%`}`.execute(
    ctx.db
  )
  return rows[0]!.n
}
