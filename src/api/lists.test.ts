import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '#domain/accounts/index.ts'
import { listContacts } from '#domain/contacts/index.ts'
import { createFeed } from '#domain/feeds/index.ts'
import { bringIn } from '#domain/imports/testing.ts'
import { fanOutWebhooks } from '#domain/webhooks/index.ts'
import { hooked, likes } from '#domain/webhooks/testing.ts'
import { apiOf } from '#test/api.ts'
import { world, type World } from '#test/world.ts'
import { api, specsOf } from './index.ts'

type Call = Awaited<ReturnType<typeof apiOf>>
type Thing = Record<string, unknown>
const v1 = (path: string) => `/api/v1${path}`
const N = 3
const times = <T>(one: (i: number) => Promise<T>) =>
  Array.from({ length: N }, (_, i) => i).reduce(
    async (before, i) => [...(await before), await one(i)],
    Promise.resolve([] as T[])
  )

/** Each list in pages: where it is, and by what its things are told apart. */
const lists = (ids: Ids): Record<string, [path: string, key: string]> => ({
  listCampaigns: ['/campaigns', 'id'],
  listComments: [`/posts/${ids.post}/comments`, 'id'],
  listContacts: ['/contacts', 'id'],
  listCoupons: ['/coupons', 'id'],
  listFeed: ['/feed', 'id'],
  listFeedChanges: [`/feeds/${ids.feed}/changes?since=2020-01-01T00:00:00Z`, 'id'],
  listFeedProblems: [`/feeds/${ids.feed}/problems`, 'variantId'],
  listLinks: ['/links', 'code'],
  listOrders: ['/orders', 'id'],
  listPastOrders: [`/contacts/${ids.contact}/past-orders`, 'id'],
  listPeople: ['/people', 'id'],
  listPosts: ['/posts', 'id'],
  listProducts: ['/products', 'id'],
  listShelf: ['/shelf', 'id'],
  listWebhookDeliveries: [`/webhooks/${ids.webhook}/deliveries`, 'id']
})

type Ids = { contact: string; post: string; feed: string; webhook: string }

/** A shop with more than one of everything. */
async function filled(w: World, call: Call): Promise<Ids> {
  const owner = await w.given.owner()
  const make = async (path: string, body: unknown) =>
    expect([path, (await call('POST', v1(path), body)).status]).toEqual([path, 201])
  const posts = await times(() => w.given.post())
  const products = await times(() => tellable(w))
  await times(() => w.given.product())
  await times((i) => make('/campaigns', { name: `Campaign ${i}` }))
  await times((i) => make('/coupons', { code: `CODE${i}`, kind: 'free_shipping' }))
  await times(() => make('/links', { target: { path: '/products' } }))
  await times((i) => make(`/posts/${posts[0]}/comments`, { words: `Words ${i}` }))
  await times(() => w.given.order([{ variantId: products[0]!.variantId }]))
  await times(() => w.given.member({ name: 'Same name' }))
  const hook = await hooked(w, { url: 'http://127.0.0.1:9/hook' })
  await likes(w, posts)
  await fanOutWebhooks(w.ctx, w.shopId)
  const feed = await createFeed(w.ctx, owner, { name: 'All', network: 'google', country: 'FI', locale: 'en' })
  if (!feed.ok) throw new Error(feed.refusal)
  const contact = await known(w, owner)
  return { contact, post: posts[0]!, feed: feed.value.id, webhook: hook.id }
}

/** Contacts of one name, the first with orders of one moment. Answers that one. */
async function known(w: World, owner: Actor): Promise<string> {
  const customers = [0, 1, 2].map((n) => `Ana,a${n}@example.org,,,1\n`).join('')
  await bringIn(w.ctx, owner, `Name,Email,Last Active,Sign Up,Orders\n${customers}`)
  const order = (n: number) => `#${n},a0@example.org,paid,EUR,17.50,2025-03-01 10:00:00 +0200,1,Mug,12.50\n`
  const head =
    'Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n'
  await bringIn(w.ctx, owner, head + [1, 2, 3].map(order).join(''))
  const { contacts } = await listContacts(w.ctx, w.shopId, { words: 'a0@' })
  return contacts[0]!.id
}

/** A product that networks take. */
async function tellable(w: World) {
  const product = await w.given.product()
  const picture = {
    shop_id: w.shopId,
    product_id: product.id,
    picture_id: await w.given.picture(),
    position: 0
  }
  await w.ctx.db.insertInto('product_pictures').values(picture).execute()
  const words = { description: '<p>Thick</p>', vendor: 'Norsjö' }
  await w.ctx.db.updateTable('products').set(words).where('id', '=', product.id).execute()
  return product
}

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
  expect(Object.keys(lists({ contact: '', post: '', feed: '', webhook: '' })).sort()).toEqual(paged.sort())
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
