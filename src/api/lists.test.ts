import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'
import { api, specsOf } from './index.ts'
import { filled, N, v1, type Ids } from './testing.ts'

type Thing = Record<string, unknown>

/** Each list in pages: where it is, and by what its things are told apart. */
const lists = (ids: Ids): Record<string, [path: string, key: string]> => ({
  listCampaigns: ['/campaigns', 'id'],
  listComments: [`/posts/${ids.posts}/comments`, 'id'],
  listContacts: ['/contacts', 'id'],
  listCoupons: ['/coupons', 'id'],
  listErasures: ['/privacy/erasures', 'id'],
  listFeed: ['/feed', 'id'],
  listFeedChanges: [`/feeds/${ids.feeds}/changes?since=2020-01-01T00:00:00Z`, 'id'],
  listFeedProblems: [`/feeds/${ids.feeds}/problems`, 'variantId'],
  listLinks: ['/links', 'code'],
  listOrders: ['/orders', 'id'],
  listPastOrders: [`/contacts/${ids.contacts}/past-orders`, 'id'],
  listPeople: ['/people', 'id'],
  listPosts: ['/posts', 'id'],
  listProducts: ['/products', 'id'],
  listRetentionRuns: ['/privacy/retention/runs', 'id'],
  listShelf: ['/shelf', 'id'],
  listStoreOrders: [`/stores/${ids.stores}/orders`, 'id'],
  listWebhookDeliveries: [`/webhooks/${ids.webhooks}/deliveries`, 'id']
})

async function given() {
  const w = await world()
  const call = await apiOf(w, await w.given.owner())
  const ids = await filled(w, call)
  const with_ = (path: string, query: Record<string, string>) =>
    v1(`${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(query)}`)
  return { w, call, ids, with_ }
}

const thingsOf = (page: Thing): Thing[] =>
  Object.values(page).find((value) => Array.isArray(value)) as Thing[]

test('every list in pages is walked here', () => {
  const paged = [...specsOf(api)].filter(([, spec]) => spec.paged).map(([name]) => name)
  expect(Object.keys(lists({} as Ids)).sort()).toEqual(paged.sort())
})

test('each list gives as many as it is asked for, and each thing once on the way to its end', async () => {
  const { call, ids, with_ } = await given()
  for (const [name, [path, key]] of Object.entries(lists(ids))) {
    const whole = (await (await call('GET', with_(path, { limit: '100' }))).json()) as Thing
    const all = thingsOf(whole).map((thing) => thing[key])
    expect([name, all.length >= N, whole.next]).toEqual([name, true, null])
    const walked: unknown[] = []
    let next: unknown = null
    do {
      const answer = await call(
        'GET',
        with_(path, { limit: '1', ...(next ? { cursor: next as string } : {}) })
      )
      const page = (await answer.json()) as Thing
      expect([name, answer.status, thingsOf(page).length]).toEqual([name, 200, 1])
      walked.push(thingsOf(page)[0]![key])
      next = page.next
    } while (next !== null && walked.length <= all.length)
    expect([name, walked]).toEqual([name, all])
  }
})

/** The second page's cursor of each list. */
async function nextsOf({
  call,
  ids,
  with_
}: Pick<Awaited<ReturnType<typeof given>>, 'call' | 'ids' | 'with_'>) {
  const nexts: string[] = []
  for (const [path] of Object.values(lists(ids))) {
    const page = (await (await call('GET', with_(path, { limit: '1' }))).json()) as Thing
    nexts.push(page.next as string)
  }
  return nexts
}

test('a cursor that is no list’s, another list’s or another shop’s is refused by every list, and never an error', async () => {
  const { call, ids, with_ } = await given()
  const other = await given()
  const all = Object.entries(lists(ids))
  const [mine, theirs] = [await nextsOf({ call, ids, with_ }), await nextsOf(other)]
  const random = fc
    .sample(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.json()), 12)
    .filter(Boolean)
  for (const [i, [name, [path]]] of all.entries()) {
    const next = mine[(i + 1) % mine.length]!
    for (const cursor of [...random, next, theirs[i]!, `${mine[i]}A`, mine[i]!.replace('.', '')]) {
      const answer = await call('GET', with_(path, { cursor }))
      const { code } = (await answer.json()) as Thing
      expect([name, cursor, answer.status, code]).toEqual([name, cursor, 422, 'cursor_invalid'])
    }
  }
})
