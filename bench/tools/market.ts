import { Readable } from 'node:stream'
import type { Context } from '#context'
import { ingestPicture, renderPicture } from '#domain/pictures/index.ts'
import { react } from '#domain/reactions/index.ts'
import { settle } from '#domain/projections.ts'
import { halves } from '#platform/images/sample.ts'
import { enterAs } from '#test/enter.ts'
import { factories } from '#test/factories/index.ts'
import { must } from '#test/factories/posts.ts'

const POSTS = 60
const PICTURES = 8
const WORDS =
  'Stripes are back on the quay this morning, and so is the sun. Come by before noon: the first ten get a cup ' +
  'of coffee with it. #harbour #stripes https://example.org/market'

export type Market = {
  shopId: number
  /** Where a post and a product are shown, and what can be bought of it. */
  post: string
  product: string
  variantId: string
  /** Cookies of two people who are signed in. */
  member: string
  owner: string
}

/** Fills a shop as one looks after some weeks: posts with rendered pictures and tagged products, members, likes. */
export async function openMarket(ctx: Context): Promise<Market> {
  const given = await factories(ctx)
  const { shopId } = given
  const pictures = await Promise.all(Array.from({ length: PICTURES }, () => picture(ctx, given)))
  const products = await Promise.all(
    Array.from({ length: 12 }, () => given.product({ stock: 100, options: { Size: ['S', 'M', 'L'] } }))
  )
  const fans = await Promise.all(Array.from({ length: 5 }, () => given.member()))
  for (let i = 0; i < POSTS; i++) {
    const shown = { id: pictures[i % PICTURES]!, alt: 'A striped shirt on a market table by the sea' }
    const tag = (x: number) => ({ picture: 0, productId: products[(i + x * 8) % 12]!.id, x, y: 0.5 })
    const tags = i % 2 ? [tag(0.25), tag(0.75)] : [tag(0.5)]
    const post = { title: `Morning ${i}`, words: WORDS, pictures: [shown], tags }
    const postId = await given.post(post)
    for (const fan of fans) await must(react(ctx, fan, { postId, kind: 'like' }))
  }
  await settle(ctx, shopId)
  const { slug } = await ctx.db
    .selectFrom('posts')
    .select('slug')
    .where('shop_id', '=', shopId)
    .limit(1)
    .executeTakeFirstOrThrow()
  const { handle, variantId } = products[0]!
  const places = { shopId, post: `/p/${slug}`, product: `/products/${handle}`, variantId }
  return {
    ...places,
    member: await enterAs(ctx, shopId, 'member'),
    owner: await enterAs(ctx, shopId, 'owner')
  }
}

async function picture(ctx: Context, given: Awaited<ReturnType<typeof factories>>): Promise<string> {
  const png = await halves(1200, 900, '#1f4e79', '#f4efe4').png().toBuffer()
  const { id } = await must(ingestPicture(ctx, await given.owner(), Readable.from([png])))
  await renderPicture(ctx, given.shopId, id)
  return id
}
