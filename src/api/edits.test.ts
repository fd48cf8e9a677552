import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { changeCampaign } from '#domain/campaigns/index.ts'
import { removeTaxRate, setTaxRate } from '#domain/delivery/index.ts'
import { write } from '#domain/ledger/index.ts'
import { setMainHost } from '#domain/shops/index.ts'
import { done } from '#platform/outcome.ts'
import { apiOf } from '#test/api.ts'
import { world, type World } from '#test/world.ts'
import { api, documentOf } from './index.ts'

type Call = Awaited<ReturnType<typeof apiOf>>
type Json = Record<string, unknown> & { id: string }
type Edit = readonly [method: string, path: string, body?: unknown]
const v1 = (path: string) => `/api/v1${path}`

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

async function made(call: Call, path: string, body: unknown): Promise<Json> {
  const answer = await call('POST', v1(path), body)
  expect([path, answer.status]).toEqual([path, 201])
  return (await answer.json()) as Json
}

const settings = {
  name: 'New',
  about: '',
  contactEmail: 'a@example.org',
  locale: 'fi',
  timezone: 'Europe/Oslo'
}
const vat = { country: 'FI', taxClass: 'standard', validFrom: '2027-01-01' }

/** Each thing that can be edited: where it is read, and every edit of it; each leaves another state than it found. */
const THINGS: Record<string, (w: World, call: Call) => Promise<{ read: string; edits: Edit[] }>> = {
  campaign: async (_, call) => {
    const read = `/campaigns/${(await made(call, '/campaigns', { name: 'A' })).id}`
    const archive = ['PUT', `${read}/archive`] as const
    return { read, edits: [['PUT', read, { name: 'B' }], archive, ['DELETE', `${read}/archive`]] }
  },
  collection: async (w, call) => {
    const read = `/collections/${(await made(call, '/collections', { title: 'A' })).id}`
    const { id: productId } = await w.given.product()
    const filled = ['PUT', read, { title: 'A', productIds: [productId] }] as const
    return { read, edits: [filled, ['PUT', read, { title: 'B' }], ['DELETE', read]] }
  },
  comment: async (w, call) => {
    const post = await w.given.post()
    const read = `/comments/${(await made(call, `/posts/${post}/comments`, { words: 'A' })).id}`
    const [hide, show] = [['PUT', `${read}/hiding`] as const, ['DELETE', `${read}/hiding`] as const]
    return { read, edits: [['PUT', read, { words: 'B' }], hide, show, ['DELETE', read]] }
  },
  coupon: async (_, call) => {
    const read = `/coupons/${(await made(call, '/coupons', { code: 'A1', kind: 'free_shipping' })).id}`
    return {
      read,
      edits: [
        ['PUT', `${read}/disablement`],
        ['DELETE', `${read}/disablement`]
      ]
    }
  },
  feed: async (_, call) => {
    const fields = { name: 'A', country: 'FI', locale: 'fi' }
    const read = `/feeds/${(await made(call, '/feeds', { ...fields, network: 'google' })).id}`
    const off = `${read}/disablement`
    return {
      read,
      edits: [
        ['PUT', read, { ...fields, name: 'B' }],
        ['PUT', off],
        ['DELETE', off]
      ]
    }
  },
  hosts: async (w, call) => {
    const [one, two] = [`a${w.shopId}.example.org`, `b${w.shopId}.example.org`]
    for (const host of [one, two]) await made(call, '/hosts', { host })
    return {
      read: '/hosts',
      edits: [
        ['DELETE', `/hosts/${two}`],
        ['PUT', `/hosts/${one}/main`]
      ]
    }
  },
  import: async (_, call) => {
    const text = 'Handle,Title,Variant Price\nmug,Mug,18.00\n'
    const sent = await call('POST', v1('/imports?name=a.csv&dryRun=1'), undefined, { text })
    const read = `/imports/${((await sent.json()) as Json).id}`
    return { read, edits: [['PUT', `${read}/reading`, { kind: 'coupons' }]] }
  },
  link: async (_, call) => {
    const { code } = await made(call, '/links', { target: { path: '/' } })
    const off = `/links/${code as string}/disablement`
    return {
      read: `/links/${code as string}`,
      edits: [
        ['PUT', off],
        ['DELETE', off]
      ]
    }
  },
  me: async (_w, _call) => {
    const me = { name: 'Ada', handle: 'ada.l', locale: 'nb' }
    return { read: '/me', edits: [['PUT', '/me', me]] }
  },
  person: async (w) => {
    const read = `/people/${(await w.given.member()).memberId}`
    const [out, back] = [['PUT', `${read}/block`] as const, ['DELETE', `${read}/block`] as const]
    return { read, edits: [['PUT', `${read}/role`, { role: 'clerk' }], out, back] }
  },
  picture: async (w) => {
    const read = `/pictures/${await w.given.picture()}`
    return { read, edits: [['PUT', `${read}/focus`, { x: 0.25, y: 0.75 }]] }
  },
  rate: async (_, call) => {
    const zone = await made(call, '/delivery/zones', { name: 'A', countries: ['NZ'] })
    const fields = { zoneId: zone.id, name: 'A', kind: 'flat', price: 100 }
    const read = `/delivery/rates/${(await made(call, '/delivery/rates', fields)).id}`
    return {
      read,
      edits: [
        ['PUT', read, { ...fields, price: 200 }],
        ['DELETE', read]
      ]
    }
  },
  retention: async () => ({
    read: '/privacy/retention',
    edits: [['PUT', '/privacy/retention', { days: { letters: 90 }, booksYears: null, booksBuyer: null }]]
  }),
  store: async (_, call) => {
    const fields = { name: 'A', kind: 'shopify', address: 'https://a.example' }
    const read = `/stores/${(await made(call, '/stores', fields)).id}`
    const off = `${read}/disablement`
    return {
      read,
      edits: [
        ['PATCH', read, { name: 'B' }],
        ['PUT', off],
        ['DELETE', off]
      ]
    }
  },
  storeGoods: async (w) => {
    const tee = await w.given.product()
    const { id: storeId } = await w.given.store()
    const read = `/products/${tee.id}/store-goods`
    const there = { goods: [{ variantId: tee.variantId, storeId, outsideId: '77' }] }
    return {
      read,
      edits: [
        ['PUT', read, there],
        ['PUT', read, { goods: [] }]
      ]
    }
  },
  settings: async () => {
    const brand = { awning: '#b3261e', harbour: null }
    return {
      read: '/settings',
      edits: [
        ['PUT', '/settings', settings],
        ['PUT', '/settings/brand', brand]
      ]
    }
  },
  taxRates: async () => {
    const gone = ['DELETE', '/tax-rates/FI/standard/2027-01-01'] as const
    return { read: '/tax-rates', edits: [['PUT', '/tax-rates', { ...vat, basisPoints: 2600 }], gone] }
  },
  webhook: async (_, call) => {
    const fields = { url: 'https://a.example/x', events: ['order.paid'] }
    const read = `/webhooks/${(await made(call, '/webhooks', fields)).id}`
    const pause = `${read}/pause`
    return {
      read,
      edits: [
        ['PATCH', read, { note: 'B' }],
        ['PUT', pause],
        ['DELETE', pause],
        ['DELETE', read]
      ]
    }
  },
  zone: async (_, call) => {
    const read = `/delivery/zones/${(await made(call, '/delivery/zones', { name: 'A', countries: ['NZ'] })).id}`
    return {
      read,
      edits: [
        ['PUT', read, { name: 'B', countries: ['NZ'] }],
        ['DELETE', read]
      ]
    }
  }
}

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

test('who writes rates of VAT or names of the shop waits for an edit that looks at them', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const edits: Promise<unknown>[] = []
  await write(w.ctx, w.shopId, async (tx) => {
    await tx.selectFrom('shops').select('name').where('shop_id', '=', w.shopId).forNoKeyUpdate().execute()
    edits.push(setTaxRate(w.ctx, owner, { ...vat, taxClass: 'standard', basisPoints: 2600 }))
    edits.push(removeTaxRate(w.ctx, owner, { ...vat, taxClass: 'standard' }))
    edits.push(setMainHost(w.ctx, owner, 'none.example.org'))
    await expect.poll(() => waiting(w, 'shops')).toBe(3)
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
