import { expect, test } from 'vitest'
import { findPost, listFeed, readCounts, removePost } from '#domain/posts/index.ts'
import { must } from '#test/factories/posts.ts'
import { world } from '#test/world.ts'
import { followShop, isFollowing, react, unfollowShop, unreact } from './index.ts'

test('two hundred likes of one member at once are one like', async () => {
  const { ctx, given, ledger, settle, shopId } = await world()
  const postId = await given.post()
  const ana = await given.member()
  const likes = await Promise.all(
    Array.from({ length: 200 }, () => react(ctx, ana, { postId, kind: 'like' }))
  )
  expect(likes.filter((like) => like.ok && like.value.changed)).toHaveLength(1)
  expect((await ledger()).filter((row) => row.kind === 'like')).toHaveLength(1)
  await settle()
  expect((await readCounts(ctx, shopId, [postId])).get(postId)).toMatchObject({ likes: 1 })
})

test('a member’s own reactions are marked, and taking one back twice counts once', async () => {
  const { ctx, given, settle, shopId } = await world()
  const postId = await given.post()
  const ana = await given.member()
  await must(react(ctx, ana, { postId, kind: 'save' }))
  await must(react(ctx, ana, { postId, kind: 'like' }))
  await must(react(ctx, await given.member(), { postId, kind: 'like' }))
  await Promise.all([1, 2, 3].map(() => unreact(ctx, ana, { postId, kind: 'like' })))
  await settle()
  const { posts } = await listFeed(ctx, shopId, { memberId: ana.memberId })
  expect(posts[0]).toMatchObject({
    mine: { like: false, repost: false, save: true },
    counts: { likes: 1, saves: 1, reposts: 0 }
  })
  const seen = await findPost(ctx, shopId, posts[0]!.slug)
  expect(seen?.mine).toEqual({ like: false, repost: false, save: false })
})

test('a guest, a stranger and a post taken down: no reaction', async () => {
  const { ctx, given, shopId } = await world()
  const postId = await given.post()
  const other = await world()
  expect(await react(ctx, given.guest(), { postId, kind: 'like' })).toMatchObject({ refusal: 'not_a_member' })
  const stranger = await other.given.member()
  expect(await react(ctx, stranger, { postId, kind: 'like' })).toMatchObject({ refusal: 'post_not_found' })
  const ana = await given.member()
  await ctx.db
    .updateTable('members')
    .set({ blocked_at: ctx.clock.now() })
    .where('shop_id', '=', shopId)
    .where('id', '=', ana.memberId)
    .execute()
  expect(await react(ctx, ana, { postId, kind: 'like' })).toMatchObject({ refusal: 'post_not_found' })
  await must(removePost(ctx, await given.owner(), { postId }))
  const late = await react(ctx, await given.member(), { postId, kind: 'like' })
  expect(late).toMatchObject({ refusal: 'post_not_found' })
})

test('following is once, and can be ended', async () => {
  const { ctx, given, ledger, shopId } = await world()
  const ana = await given.member()
  await Promise.all([1, 2, 3].map(() => followShop(ctx, ana)))
  expect(await isFollowing(ctx, shopId, ana.memberId!)).toBe(true)
  await Promise.all([1, 2, 3].map(() => unfollowShop(ctx, ana)))
  expect(await isFollowing(ctx, shopId, ana.memberId!)).toBe(false)
  expect((await ledger()).map((row) => row.kind)).toEqual(['follow', 'unfollow'])
})
