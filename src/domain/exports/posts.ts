import { sql } from 'kysely'
import { BATCH, byKey, iso, type Export } from './export.ts'

export type PostRecord = {
  id: string
  title: string
  words: string
  state: string
  hashtags: string[]
  products: string[]
  campaign: string | null
  publishedAt: string | null
  createdAt: string | null
  pinned: boolean
  counts: Record<(typeof COUNTS)[number], number>
  url: string
}

const COUNTS = ['likes', 'reposts', 'saves', 'comments', 'shares', 'views', 'clicks'] as const

export const posts: Export<PostRecord> = {
  headings: [
    ...['id', 'title', 'words', 'state', 'hashtags', 'products', 'campaign', 'published_at', 'created_at'],
    ...['pinned', ...COUNTS, 'url']
  ],
  batches: ({ db }, { shop, span, origin }) =>
    byKey(
      async (after: string | undefined) => {
        const rows = await db
          .selectFrom('posts as p')
          .leftJoin('post_counts as c', (join) =>
            join.onRef('c.shop_id', '=', 'p.shop_id').onRef('c.post_id', '=', 'p.id')
          )
          .select(['p.id', 'p.slug', 'p.title', 'p.words', 'p.state', 'p.hashtags', 'p.pinned'])
          .select(['p.published_at', 'p.created_at', ...COUNTS.map((count) => `c.${count}` as const)])
          .select(
            sql<
              string | null
            >`(select name from campaigns k where k.shop_id = p.shop_id and k.id = p.campaign_id)`.as(
              'campaign'
            )
          )
          .select(
            sql<
              string[]
            >`array(select distinct g.handle from post_tags t join products g on g.shop_id = t.shop_id
              and g.id = t.product_id where t.shop_id = p.shop_id and t.post_id = p.id order by 1)`.as(
              'products'
            )
          )
          .where('p.shop_id', '=', shop.id)
          .where('p.state', '<>', 'removed')
          .$if(after !== undefined, (query) => query.where('p.id', '>', after!))
          .$if(span.from !== undefined, (query) => query.where('p.created_at', '>=', span.from!))
          .$if(span.before !== undefined, (query) => query.where('p.created_at', '<', span.before!))
          .orderBy('p.id')
          .limit(BATCH)
          .execute()
        return rows.map(({ slug, published_at, created_at, ...row }) => ({
          ...{ id: row.id, title: row.title, words: row.words, state: row.state, hashtags: row.hashtags },
          ...{ products: row.products, campaign: row.campaign, pinned: row.pinned },
          ...{ publishedAt: iso(published_at), createdAt: iso(created_at) },
          counts: Object.fromEntries(COUNTS.map((count) => [count, row[count] ?? 0])) as PostRecord['counts'],
          url: `${origin}/p/${slug}`
        }))
      },
      ({ id }) => id
    ),
  lines: (post) => [
    [
      ...[post.id, post.title, post.words, post.state, post.hashtags.join(' '), post.products.join(' ')],
      ...[post.campaign, post.publishedAt, post.createdAt, post.pinned ? 'TRUE' : 'FALSE'],
      ...COUNTS.map((count) => post.counts[count]),
      post.url
    ]
  ]
}
