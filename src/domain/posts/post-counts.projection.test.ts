import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addComment, deleteComment, hideComment } from '#domain/discussions/index.ts'
import { rebuild } from '#domain/ledger/index.ts'
import { react, REACTIONS, unreact } from '#domain/reactions/index.ts'
import { must } from '#test/factories/posts.ts'
import { world } from '#test/world.ts'
import { postCounts } from './index.ts'

const step = fc.record({
  who: fc.nat(3),
  post: fc.nat(1),
  what: fc.constantFrom(
    ...REACTIONS,
    'comment' as const,
    'delete' as const,
    'hide' as const,
    'show' as const
  ),
  on: fc.boolean(),
  settle: fc.boolean()
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function square() {
  const { ctx, given, clock, settle, shopId } = await world()
  const posts = [await given.post(), await given.post()]
  const people = await Promise.all([1, 2, 3, 4].map(() => given.member()))
  const moderator = await given.member({ role: 'moderator' })
  const said: { id: string; by: (typeof people)[number] }[] = []

  async function take({ who, post, what, on }: Step): Promise<unknown> {
    const [actor, postId] = [people[who]!, posts[post]!]
    const comment = said[who % Math.max(1, said.length)]
    clock.advance(61_000)
    if (what === 'comment') {
      const id = await must(addComment(ctx, actor, { postId, words: 'Hei', parentId: null }))
      return said.push({ id, by: actor })
    }
    if (what === 'delete') return comment && deleteComment(ctx, comment.by, comment.id)
    if (what === 'hide' || what === 'show') {
      return comment && hideComment(ctx, moderator, { commentId: comment.id, hidden: what === 'hide' })
    }
    return on ? react(ctx, actor, { postId, kind: what }) : unreact(ctx, actor, { postId, kind: what })
  }

  const counts = () =>
    ctx.db.selectFrom('post_counts').selectAll().where('shop_id', '=', shopId).orderBy('post_id').execute()

  /** The same numbers, counted from the rows of reactions and comments. */
  async function counted(postId: string) {
    const reactions = await ctx.db
      .selectFrom('reactions')
      .select('kind')
      .where('shop_id', '=', shopId)
      .where('post_id', '=', postId)
      .execute()
    const comments = await ctx.db
      .selectFrom('comments')
      .select('id')
      .where('shop_id', '=', shopId)
      .where('post_id', '=', postId)
      .where('state', '=', 'visible')
      .execute()
    const of = (kind: string) => reactions.filter((row) => row.kind === kind).length
    return { likes: of('like'), reposts: of('repost'), saves: of('save'), comments: comments.length }
  }

  async function check(): Promise<void> {
    await settle()
    const followed = await counts()
    for (const postId of posts) {
      const row = followed.find((one) => one.post_id === postId)
      const none = { likes: 0, reposts: 0, saves: 0, comments: 0 }
      expect(row ?? none).toMatchObject(await counted(postId))
    }
    await rebuild(ctx, shopId, postCounts)
    expect(await counts()).toEqual(followed)
  }
  return { take, settle, check }
}

test('counts equal the rows, and a rebuild equals what was followed, whatever people do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const { take, settle, check } = await square()
      for (const one of steps) {
        await take(one)
        if (one.settle) await settle()
      }
      await check()
    }),
    { numRuns: 15 }
  )
})

test('the same holds when everybody acts at once while counts are followed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const { take, settle, check } = await square()
      await Promise.all(steps.flatMap((one) => [take(one), one.settle ? settle() : undefined]))
      await check()
    }),
    { numRuns: 8 }
  )
})
