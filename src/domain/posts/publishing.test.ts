import { expect, test } from 'vitest'
import { must } from '#test/factories/posts.ts'
import { world } from '#test/world.ts'
import {
  findDraft,
  listFeed,
  publishDue,
  publishPost,
  removePost,
  restorePost,
  savePost,
  schedulePost,
  startPost,
  unschedulePost
} from './index.ts'

const blank = {
  title: '',
  words: '',
  disclosure: '',
  campaignId: null,
  pinned: false,
  pictures: [],
  tags: []
}

test('a draft is written, published once, and gets an address from its words', async () => {
  const { ctx, given, ledger, shopId } = await world()
  const owner = await given.owner()
  const postId = await must(startPost(ctx, owner))
  expect(await must(startPost(ctx, owner))).toBe(postId)
  const saved = await savePost(ctx, owner, {
    ...blank,
    postId,
    version: 1,
    title: ' Sjøstjerner & Ålesund\u0000 ',
    words: 'Now #Kesä'
  })
  expect(saved).toMatchObject({ ok: true, value: { version: 2 } })
  const both = await Promise.all([1, 2].map(() => publishPost(ctx, owner, { postId, version: 2 })))
  expect(both.every((one) => one.ok)).toBe(true)
  const { posts } = await listFeed(ctx, shopId)
  expect(posts[0]).toMatchObject({ title: 'Sjøstjerner & Ålesund', words: ['Now ', { tag: 'Kesä' }] })
  expect(posts[0]?.slug).toMatch(/^sjostjerner-alesund-[a-z0-9]{7}$/)
  expect((await ledger()).map((row) => row.kind)).toEqual(['post_published'])
})

test('a stale tab is refused and what it would have overwritten stands', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const postId = await given.post({ state: 'draft', words: 'First' })
  await must(savePost(ctx, owner, { ...blank, postId, version: 2, words: 'Second' }))
  const stale = await savePost(ctx, owner, { ...blank, postId, version: 2, words: 'Lost?' })
  expect(stale).toMatchObject({ ok: false, refusal: 'post_stale' })
  expect(await publishPost(ctx, owner, { postId, version: 2 })).toMatchObject({ refusal: 'post_stale' })
  expect(await findDraft(ctx, shopId, postId)).toMatchObject({ words: 'Second', version: 3, state: 'draft' })
})

test('an empty post and a picture without words are not published', async () => {
  const { ctx, given } = await world()
  const owner = await given.owner()
  const empty = await must(startPost(ctx, owner))
  expect(await publishPost(ctx, owner, { postId: empty })).toMatchObject({ refusal: 'post_empty' })
  const pictures = [{ id: await given.picture(), alt: '  ' }]
  const postId = await given.post({ state: 'draft', pictures })
  expect(await publishPost(ctx, owner, { postId })).toMatchObject({ refusal: 'alt_missing' })
  expect(await schedulePost(ctx, owner, { postId, at: new Date('2027-01-01') })).toMatchObject({
    refusal: 'alt_missing'
  })
  await must(
    savePost(ctx, owner, { ...blank, postId, version: 2, pictures: [{ ...pictures[0]!, alt: 'A gull' }] })
  )
  await must(publishPost(ctx, owner, { postId, version: 3 }))
  const undressed = await savePost(ctx, owner, { ...blank, postId, version: 4, pictures })
  expect(undressed).toMatchObject({ refusal: 'alt_missing' })
})

test('a tag outside the picture, an unknown product and another shop’s picture are refused', async () => {
  const { ctx, given } = await world()
  const other = await world()
  const owner = await given.owner()
  const postId = await given.post({ state: 'draft' })
  const save = (change: object) => savePost(ctx, owner, { ...blank, postId, version: 2, ...change })
  const pictures = [{ id: await given.picture(), alt: 'A gull' }]
  const productId = (await other.given.product()).id
  const tag = { picture: 0, productId, x: 0.5, y: 0.5 }
  expect(await save({ pictures, tags: [{ ...tag, x: 1.2 }] })).toMatchObject({ refusal: 'invalid' })
  expect(await save({ pictures, tags: [{ ...tag, picture: 1 }] })).toMatchObject({ refusal: 'invalid' })
  expect(await save({ pictures, tags: [tag] })).toMatchObject({ refusal: 'product_not_found' })
  const theirs = [{ id: await other.given.picture(), alt: 'Theirs' }]
  expect(await save({ pictures: theirs })).toMatchObject({ refusal: 'picture_not_found' })
  expect(await save({ campaignId: await other.given.campaignRow() })).toMatchObject({
    refusal: 'campaign_not_found'
  })
  expect(await save({ words: 'x'.repeat(1_000_000) })).toMatchObject({
    refusal: 'invalid',
    detail: { field: 'words' }
  })
})

test('a picture more than a post holds is refused by name', async () => {
  const { ctx, given } = await world()
  const postId = await given.post({ state: 'draft' })
  const pictures = Array.from({ length: 11 }, () => ({ id: ctx.ids.next(), alt: '' }))
  const many = await savePost(ctx, await given.owner(), { ...blank, postId, version: 2, pictures })
  expect(many).toEqual({ ok: false, refusal: 'too_many_pictures' })
})

test('another shop’s post cannot be saved, published, scheduled, removed or read', async () => {
  const { ctx, given } = await world()
  const stranger = await (await world()).given.owner()
  const postId = await given.post({ state: 'draft' })
  const at = new Date('2027-01-01')
  const tries = [
    savePost(ctx, stranger, { ...blank, postId, version: 2 }),
    publishPost(ctx, stranger, { postId }),
    schedulePost(ctx, stranger, { postId, at }),
    removePost(ctx, stranger, { postId })
  ]
  for (const tried of await Promise.all(tries)) expect(tried).toMatchObject({ refusal: 'post_not_found' })
  expect(await findDraft(ctx, stranger.shopId, postId)).toBeUndefined()
})

test('two workers send a waiting post out once, even hours late', async () => {
  const { ctx, given, clock, ledger, shopId } = await world()
  const ids = await Promise.all(
    [1, 2, 3].map(async () => given.post({ state: 'scheduled', author: await given.owner() }))
  )
  expect(await publishDue(ctx)).toBe(0)
  clock.advance(9 * 3_600_000)
  const sent = await Promise.all(Array.from({ length: 6 }, () => publishDue(ctx)))
  expect(sent.reduce((sum, n) => sum + n, 0)).toBe(3)
  expect(await publishDue(ctx)).toBe(0)
  const { posts } = await listFeed(ctx, shopId)
  expect(posts.map((post) => post.id).sort()).toEqual([...ids].sort())
  expect(posts[0]?.publishedAt).toEqual(clock.now())
  expect((await ledger()).map((row) => row.subject_id).sort()).toEqual([...ids].sort())
})

test('a waiting post can be called back, and a time past is refused', async () => {
  const { ctx, given, clock, shopId } = await world()
  const owner = await given.owner()
  const postId = await given.post({ state: 'scheduled' })
  await must(unschedulePost(ctx, owner, { postId }))
  clock.advance(9 * 3_600_000)
  expect(await publishDue(ctx)).toBe(0)
  expect(await findDraft(ctx, shopId, postId)).toMatchObject({ state: 'draft', publishAt: null })
  expect(await schedulePost(ctx, owner, { postId, at: clock.now() })).toMatchObject({ refusal: 'time_past' })
  expect(await unschedulePost(ctx, owner, { postId })).toMatchObject({ refusal: 'post_moved_on' })
})

test('a post taken down leaves the feed and comes back to its place, both in the ledger', async () => {
  const { ctx, given, clock, ledger, shopId } = await world()
  const owner = await given.owner()
  const first = await given.post()
  clock.advance(1000)
  const second = await given.post()
  const feed = async () => (await listFeed(ctx, shopId)).posts.map((post) => post.id)
  await must(removePost(ctx, owner, { postId: first }))
  expect(await removePost(ctx, owner, { postId: first })).toMatchObject({ refusal: 'post_moved_on' })
  expect(await publishPost(ctx, owner, { postId: first })).toMatchObject({ refusal: 'post_moved_on' })
  expect(await feed()).toEqual([second])
  await must(restorePost(ctx, owner, { postId: first }))
  expect(await feed()).toEqual([second, first])
  const kinds = (await ledger()).map((row) => row.kind)
  expect(kinds).toEqual(['post_published', 'post_published', 'post_removed', 'post_published'])
})
