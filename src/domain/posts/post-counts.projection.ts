import { sql } from 'kysely'
import type { Projection } from '#domain/ledger/index.ts'

/** How often each post was liked, reposted, saved, commented on, shared, visited by a share, seen and tapped. */
export const postCounts: Projection = {
  name: 'post_counts',
  version: 1,
  kinds: [
    ...(['like', 'unlike', 'repost', 'unrepost', 'save', 'unsave', 'comment', 'comment_deleted'] as const),
    ...(['share', 'share_visit', 'view', 'click'] as const)
  ],
  apply: async (tx, { shopId, after, upTo }) => {
    await sql`
      insert into post_counts (shop_id, post_id, likes, reposts, saves, comments, shares, share_visits, views, clicks)
      select shop_id, post_id,
        ${tally('like', 'unlike')}, ${tally('repost', 'unrepost')}, ${tally('save', 'unsave')},
        ${tally('comment', 'comment_deleted')}, ${tally('share')}, ${tally('share_visit')}, ${tally('view')},
        ${tally('click')}
      from ledger
      where shop_id = ${shopId} and seq > ${after} and seq <= ${upTo} and post_id is not null
        and kind = any(${postCounts.kinds})
      group by shop_id, post_id
      on conflict (shop_id, post_id) do update set
        likes = post_counts.likes + excluded.likes,
        reposts = post_counts.reposts + excluded.reposts,
        saves = post_counts.saves + excluded.saves,
        comments = post_counts.comments + excluded.comments,
        shares = post_counts.shares + excluded.shares,
        share_visits = post_counts.share_visits + excluded.share_visits,
        views = post_counts.views + excluded.views,
        clicks = post_counts.clicks + excluded.clicks`.execute(tx)
  },
  reset: async (tx, shopId) => {
    await tx.deleteFrom('post_counts').where('shop_id', '=', shopId).execute()
  }
}

const tally = (up: string, down = '') =>
  sql`sum(case kind when ${up} then quantity when ${down} then -quantity else 0 end)`
