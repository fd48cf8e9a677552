import { expect, test } from 'vitest'
import { countQueries } from '#test/count-queries.ts'
import { world } from '#test/world.ts'
import { listPostsShowing, searchSquare } from './index.ts'

test('goods and posts are found by the beginnings of their words, drafts and other shops never', async () => {
  const { ctx, given, shopId } = await world()
  await given.product({ title: 'Herring tee' })
  await given.product({ title: 'Herring hoodie', state: 'draft' })
  const post = async (title: string, words: string, state: 'draft' | 'published') =>
    ctx.db
      .updateTable('posts')
      .set({ title, words })
      .where('id', '=', await given.post({ state }))
      .execute()
  await post('Sild i oransje', 'The herring swims', 'published')
  await post('Herring is coming', '', 'draft')
  const counted = countQueries(ctx)
  const found = await searchSquare(counted.ctx, shopId, 'HERR')
  expect(counted.count()).toBeLessThanOrEqual(4)
  expect(found.products.map(({ title }) => title)).toEqual(['Herring tee'])
  expect(found.posts.map(({ title, text }) => [title, text])).toEqual([
    ['Sild i oransje', 'The herring swims']
  ])
  expect((await searchSquare(ctx, shopId, 'oransje sild')).posts).toHaveLength(1)
  const other = await world()
  expect(await searchSquare(other.ctx, other.shopId, 'herring')).toEqual({ products: [], posts: [] })
  for (const odd of ['', '  ', "' & !", '\u0000', '<script>', '%_', 'a'.repeat(10_000)]) {
    expect(await searchSquare(ctx, shopId, odd)).toEqual({ products: [], posts: [] })
  }
})

test('a product’s page knows the posts that show it', async () => {
  const { ctx, given, shopId } = await world()
  const { id } = await given.product()
  const shown = await given.post({ state: 'published' })
  await given.post({ state: 'published' })
  const tag = { shop_id: shopId, post_id: shown, n: 1, product_id: id, x: 0.5, y: 0.5 }
  await ctx.db.insertInto('post_tags').values(tag).execute()
  expect(await listPostsShowing(ctx, shopId, id, 6)).toHaveLength(1)
})
