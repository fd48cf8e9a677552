import type { KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import type { Context } from '#context'
import { react } from '#domain/reactions/index.ts'
import { must } from '#test/factories/posts.ts'
import { world } from '#test/world.ts'
import { findDraft, listFeed, listPosts } from './index.ts'

/** The context, with every query through it counted. */
function counting(ctx: Context) {
  let queries = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => (queries++, node),
    transformResult: async ({ result }) => result
  }
  return { ctx: { ...ctx, db: ctx.db.withPlugin(plugin) }, count: () => queries }
}

test('a page of 24 posts with pictures, tags and reactions takes four queries', async () => {
  const { ctx, given, shopId } = await world()
  const ana = await given.member()
  for (let i = 0; i < 25; i++) {
    const { id: productId } = await given.product({ price: 3400 + i, options: { Size: ['S', 'M'] } })
    const pictures = [{ id: await given.picture(), alt: `Picture ${i}` }]
    const tags = [{ picture: 0, productId, x: 0.25, y: 0.75 }]
    await must(react(ctx, ana, { postId: await given.post({ pictures, tags }), kind: 'like' }))
  }
  const counted = counting(ctx)
  const { posts, next } = await listFeed(counted.ctx, shopId, { memberId: ana.memberId })
  expect(counted.count()).toBe(4)
  expect(posts).toHaveLength(24)
  expect(next).not.toBeNull()
  for (const post of posts) {
    expect(post).toMatchObject({ mine: { like: true }, pictures: [{ renditions: { jpeg: [40] } }] })
    expect(post.tags).toMatchObject([{ picture: 0, x: 0.25, y: 0.75, inStock: true, variants: 2 }])
  }
})

test('pages follow each other, pinned first, none twice and none left out', async () => {
  const { ctx, given, clock, shopId } = await world()
  const ids: string[] = []
  for (let i = 0; i < 9; i++) {
    ids.unshift(await given.post({ pinned: i === 3 || i === 5 }))
    if (i % 3) clock.advance(1000)
  }
  await given.post({ state: 'draft' })
  await given.post({ state: 'scheduled' })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await listFeed(ctx, shopId, { cursor, limit: 2 })
    seen.push(...page.posts.map((post) => post.id))
    cursor = page.next
  } while (cursor)
  expect(seen.slice(0, 2)).toEqual([ids[3], ids[5]])
  expect([...seen].sort()).toEqual([...ids].sort())
  for (const nonsense of ['', 'x', Buffer.from('[1,2]').toString('base64url'), 'a'.repeat(1000)]) {
    expect((await listFeed(ctx, shopId, { cursor: nonsense, limit: 2 })).posts).toHaveLength(2)
  }
})

test('a hashtag finds its posts in any case, and only this shop’s', async () => {
  const { ctx, given, shopId } = await world()
  const other = await world()
  await other.given.post({ words: '#Herring' })
  await given.post({ words: '#Herringbone' })
  const postId = await given.post({ words: 'Swim, #HERRING, swim' })
  const { posts } = await listFeed(ctx, shopId, { tag: 'herring' })
  expect(posts.map((post) => post.id)).toEqual([postId])
})

test('a tag shows the cheapest price, and goes when its product is taken off the shelf', async () => {
  const { ctx, given, shopId } = await world()
  const sold = await given.product({ stock: 0 })
  const made = await given.product({ stock: 0, continueSelling: true })
  const hidden = await given.product({ state: 'draft' })
  const pictures = [{ id: await given.picture(), alt: 'Goods' }]
  const tags = [sold, made, hidden].map(({ id }, i) => ({ picture: 0, productId: id, x: i / 4, y: 0.5 }))
  const postId = await given.post({ pictures, tags })
  expect((await findDraft(ctx, shopId, postId))?.tags.map((tag) => tag.productId)).toHaveLength(3)
  const { posts } = await listFeed(ctx, shopId)
  expect(posts[0]?.tags.map((tag) => [tag.productId, tag.inStock, tag.price])).toEqual([
    [sold.id, false, 3400],
    [made.id, true, 3400]
  ])
})

test('the studio lists every state, last touched first, in pages', async () => {
  const { ctx, given, clock, shopId } = await world()
  const ids: string[] = []
  for (const state of ['published', 'draft', 'scheduled', 'published', 'draft'] as const) {
    clock.advance(1000)
    ids.unshift(await given.post({ state }))
  }
  const first = await listPosts(ctx, shopId, { limit: 3 })
  const rest = await listPosts(ctx, shopId, { limit: 3, cursor: first.next })
  expect([...first.posts, ...rest.posts].map((post) => post.id)).toEqual(ids)
  const drafts = await listPosts(ctx, shopId, { state: 'draft' })
  expect(drafts.posts.map((post) => post.id)).toEqual([ids[0], ids[3]])
})
