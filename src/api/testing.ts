// What tests of the whole API share: a shop with more than one of everything, and where each is.
import type { Actor } from '#domain/accounts/index.ts'
import { listContacts } from '#domain/contacts/index.ts'
import { createFeed } from '#domain/feeds/index.ts'
import { bringIn } from '#domain/imports/testing.ts'
import { eraseMember } from '#domain/privacy/index.ts'
import { attributes, fromShopify, handedOver, hear, shopifyOrder } from '#domain/store-orders/testing.ts'
import { fanOutWebhooks } from '#domain/webhooks/index.ts'
import { hooked, likes } from '#domain/webhooks/testing.ts'
import type { apiOf } from '#test/api.ts'
import type { World } from '#test/world.ts'

type Call = Awaited<ReturnType<typeof apiOf>>
type Thing = Record<string, unknown>
export const v1 = (path: string) => `/api/v1${path}`
export const N = 3
const times = <T>(one: (i: number) => Promise<T>) =>
  Array.from({ length: N }, (_, i) => i).reduce(
    async (before, i) => [...(await before), await one(i)],
    Promise.resolve([] as T[])
  )

/** One thing of each resource, by the name of its place in an address. */
export type Ids = Record<
  | 'campaigns'
  | 'collections'
  | 'comments'
  | 'contacts'
  | 'coupons'
  | 'feeds'
  | 'imports'
  | 'links'
  | 'orders'
  | 'people'
  | 'pictures'
  | 'posts'
  | 'products'
  | 'rates'
  | 'stores'
  | 'variants'
  | 'webhooks'
  | 'zones',
  string
>

/** A shop with more than one of everything. */
export async function filled(w: World, call: Call): Promise<Ids> {
  const owner = await w.given.owner()
  const make = async (path: string, body: unknown) => {
    const answer = await call('POST', v1(path), body)
    const made = (await answer.json()) as Thing
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(made)}`)
    return String(made.id ?? made.code)
  }
  const posts = await times(() => w.given.post())
  const products = await times(() => tellable(w))
  await times(() => w.given.product())
  const [campaigns] = await times((i) => make('/campaigns', { name: `Campaign ${i}` }))
  const [coupons] = await times((i) => make('/coupons', { code: `CODE${i}`, kind: 'free_shipping' }))
  const [links] = await times(() => make('/links', { target: { path: '/products' } }))
  const [comments] = await times((i) => make(`/posts/${posts[0]}/comments`, { words: `Words ${i}` }))
  const [order] = await times(() => w.given.order([{ variantId: products[0]!.variantId }]))
  const [person] = await times(() => w.given.member({ name: 'Same name' }))
  const hook = await hooked(w, { url: 'http://127.0.0.1:9/hook' })
  await likes(w, posts)
  await fanOutWebhooks(w.ctx, w.shopId)
  const feed = await createFeed(w.ctx, owner, { name: 'All', network: 'google', country: 'FI', locale: 'en' })
  if (!feed.ok) throw new Error(feed.refusal)
  await times((i) => lookedThrough(w, i))
  await times(() => erased(w, owner))
  const collections = await make('/collections', { title: 'Rainy days' })
  const zones = await make('/delivery/zones', { name: 'Far', countries: ['NZ'] })
  const rates = await make('/delivery/rates', { zoneId: zones, name: 'By sea', kind: 'flat', price: 100 })
  return {
    ...{ campaigns: campaigns!, collections, comments: comments!, coupons: coupons!, links: links! },
    ...{ contacts: await known(w, owner), feeds: feed.value.id, webhooks: hook.id, zones, rates },
    ...{ orders: order!.id, people: person!.memberId!, pictures: await w.given.picture(), posts: posts[0]! },
    ...{
      stores: await soldElsewhere(w),
      products: products[0]!.id,
      variants: products[0]!.variantId,
      imports: await lookedAt(call)
    }
  }
}

/** A file that waits to be brought in. */
async function lookedAt(call: Call): Promise<string> {
  const text = 'Handle,Title,Variant Price\nmug,Mug,18.00\n'
  const sent = await call('POST', v1('/imports?name=a.csv&dryRun=1'), undefined, { text })
  return String(((await sent.json()) as Thing).id)
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

/** A store that told of orders of one moment. Answers it. */
async function soldElsewhere(w: World): Promise<string> {
  const { store, code } = await handedOver(w)
  const told = (i: number) =>
    fromShopify('orders/create', shopifyOrder({ ...attributes(code), id: 800 + i, name: `#${i}` }))
  await times((i) => hear(w, store.id, told(i)))
  return store.id
}

/** A day on which something was deleted. */
async function lookedThrough({ ctx, shopId }: World, i: number) {
  const [id, ran_at] = [ctx.ids.next(), ctx.clock.now()]
  const run = {
    shop_id: shopId,
    id,
    rule: 'letters',
    day: `2026-01-0${i + 1}`,
    older_than: ran_at,
    affected: 7,
    ran_at
  }
  await ctx.db.insertInto('retention_runs').values(run).execute()
}

async function erased(w: World, owner: Actor) {
  const { memberId } = await w.given.member()
  const begun = await eraseMember(w.ctx, owner, memberId!)
  if (!begun.ok) throw new Error(begun.refusal)
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
