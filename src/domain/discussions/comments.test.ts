import { expect, test } from 'vitest'
import { readCounts } from '#domain/posts/index.ts'
import { must } from '#test/factories/posts.ts'
import { world } from '#test/world.ts'
import { addComment, deleteComment, editComment, hideComment, listComments } from './index.ts'

test('an answer to an answer joins the thread, and counts follow what people can read', async () => {
  const { ctx, given, clock, settle, shopId } = await world()
  const postId = await given.post()
  const [ana, ben, moderator] = [
    await given.member(),
    await given.member(),
    await given.member({ role: 'moderator' })
  ]
  const say = (who: typeof ana, words: string, parentId?: string) => {
    clock.advance(1000)
    return must(addComment(ctx, who, { postId, words, parentId }))
  }
  const first = await say(ana, 'Is it wool?')
  const answer = await say(ben, 'It is', first)
  const second = await say(ana, 'Thanks', answer)
  const other = await say(ben, 'Mine came')
  const read = async (viewer = ana, moderates = false) => {
    const options = { memberId: viewer.memberId, moderator: moderates }
    const { threads } = await listComments(ctx, shopId, postId, options)
    return threads.map((thread) => [thread.id, thread.words, thread.answers.map((a) => a.id)])
  }
  expect(await read()).toEqual([
    [other, ['Mine came'], []],
    [first, ['Is it wool?'], [answer, second]]
  ])
  await must(deleteComment(ctx, ana, first))
  await must(deleteComment(ctx, ben, other))
  await must(hideComment(ctx, moderator, { commentId: answer, hidden: true }))
  expect(await read()).toEqual([[first, [], [second]]])
  expect(await read(moderator, true)).toEqual([[first, [], [answer, second]]])
  await settle()
  expect((await readCounts(ctx, shopId, [postId])).get(postId)?.comments).toBe(1)
  await must(hideComment(ctx, moderator, { commentId: answer, hidden: false }))
  await settle()
  expect((await readCounts(ctx, shopId, [postId])).get(postId)?.comments).toBe(2)
  const rows = await ctx.db.selectFrom('comments').select(['id', 'words']).where('id', '=', first).execute()
  expect(rows).toEqual([{ id: first, words: '' }])
})

test('only its author edits or deletes a comment, only a moderator hides it, only in their shop', async () => {
  const { ctx, given, shopId } = await world()
  const other = await world()
  const postId = await given.post()
  const [ana, ben] = [await given.member(), await given.member()]
  const commentId = await must(addComment(ctx, ana, { postId, words: 'Mine' }))
  const gone = { ok: false, refusal: 'comment_not_found' }
  expect(await editComment(ctx, ben, { commentId, words: 'Yours' })).toMatchObject(gone)
  expect(await deleteComment(ctx, await given.owner(), commentId)).toMatchObject(gone)
  expect(await hideComment(ctx, ben, { commentId, hidden: true })).toMatchObject({ refusal: 'forbidden' })
  const theirs = await other.given.owner()
  expect(await hideComment(ctx, theirs, { commentId, hidden: true })).toMatchObject(gone)
  expect(await addComment(ctx, theirs, { postId, words: 'Hei' })).toMatchObject({ refusal: 'post_not_found' })
  const elsewhere = { postId: await given.post(), words: 'Hei', parentId: commentId }
  expect(await addComment(ctx, ben, elsewhere)).toMatchObject({ refusal: 'comment_not_found' })
  await must(editComment(ctx, ana, { commentId, words: 'Mine, <script>alert(1)</script>' }))
  const { threads } = await listComments(ctx, shopId, postId, { memberId: ana.memberId })
  expect(threads[0]).toMatchObject({ edited: true, mine: true, words: ['Mine, <script>alert(1)</script>'] })
})

test('a megabyte, an empty line and broken text: refused or made whole', async () => {
  const { ctx, given, shopId } = await world()
  const postId = await given.post()
  const ana = await given.member()
  const say = (words: string) => addComment(ctx, ana, { postId, words })
  expect(await say('x'.repeat(1_048_576))).toMatchObject({ refusal: 'invalid', detail: { field: 'words' } })
  expect(await say('x'.repeat(2_001))).toMatchObject({ refusal: 'invalid' })
  expect(await say(' \n\u0000 ')).toMatchObject({ refusal: 'invalid' })
  expect(await addComment(ctx, given.guest(), { postId, words: 'Hei' })).toMatchObject({
    refusal: 'not_a_member'
  })
  await must(say('a\u0000b\ud800'))
  const { threads } = await listComments(ctx, shopId, postId)
  expect(threads[0]?.words).toEqual(['ab\ufffd'])
})

test('a comment that is sent twice, or by four presses at once, stands once; meant again later, it stands again', async () => {
  const { ctx, given, clock, shopId } = await world()
  const [postId, other] = [await given.post(), await given.post()]
  const ana = await given.member()
  const say = (more: object = {}) => addComment(ctx, ana, { postId, words: 'Lovely!', ...more })
  const [first, ...again] = await Promise.all([say(), say(), say(), say()])
  expect(again).toEqual([first, first, first])
  const parentId = await must(say())
  for (const elsewhere of [{ parentId }, { postId: other }, { words: 'Lovely' }]) await must(say(elsewhere))
  expect(await addComment(ctx, await given.member(), { postId, words: 'Lovely!' })).not.toEqual(first)
  clock.advance(31_000)
  expect(await must(say())).not.toBe(parentId)
  const { threads } = await listComments(ctx, shopId, postId)
  expect(threads).toHaveLength(4)
  const recorded = await ctx.db.selectFrom('ledger').select('kind').where('shop_id', '=', shopId).where('kind', '=', 'comment').execute() // prettier-ignore
  expect(recorded).toHaveLength(6)
})

test('one member writes six a minute at most, also from twenty tabs at once', async () => {
  const { ctx, given, clock } = await world()
  const postId = await given.post()
  const ana = await given.member()
  const said = await Promise.all(
    Array.from({ length: 20 }, (_, i) => addComment(ctx, ana, { postId, words: `${i}` }))
  )
  expect(said.filter((one) => one.ok)).toHaveLength(6)
  expect(said.filter((one) => !one.ok && one.refusal === 'too_many')).toHaveLength(14)
  clock.advance(60_000)
  expect(await addComment(ctx, ana, { postId, words: 'Again' })).toMatchObject({ ok: true })
})

test('threads come in pages, none twice and none left out', async () => {
  const { ctx, given, clock, shopId } = await world()
  const postId = await given.post()
  const said: string[] = []
  for (let i = 0; i < 7; i++) {
    const ana = await given.member()
    said.unshift(await must(addComment(ctx, ana, { postId, words: `${i}` })))
    if (i % 2) clock.advance(1000)
  }
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await listComments(ctx, shopId, postId, { cursor, limit: 3 })
    seen.push(...page.threads.map((thread) => thread.id))
    cursor = page.next
  } while (cursor)
  expect([...seen].sort()).toEqual([...said].sort())
})
