import { sql } from 'kysely'
import type { Context } from '#context'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'

type Db = Pick<Context, 'db'>

export type CampaignView = {
  id: string
  name: string
  slug: string
  hashtag: string | null
  startsAt: Date | null
  endsAt: Date | null
  createdAt: Date
  archivedAt: Date | null
}

/** A campaign with what it holds: posts that are out, and what people did with them. */
export type CampaignLine = CampaignView & { posts: number; likes: number; comments: number; shares: number }

const select = ({ db }: Db, shopId: number) =>
  db
    .selectFrom('campaigns')
    .select(['id', 'name', 'slug', 'hashtag', 'starts_at as startsAt', 'ends_at as endsAt'])
    .select(['created_at as createdAt', 'archived_at as archivedAt'])
    .where('shop_id', '=', shopId)

export const findCampaign = async (ctx: Db, shopId: number, id: string): Promise<CampaignView | undefined> =>
  select(ctx, shopId).where('id', '=', id).executeTakeFirst()

/** A campaign as anyone may see it, by its address: there is something to see as soon as one of its posts is out. */
export const findOpenCampaign = async (
  ctx: Db,
  shopId: number,
  slug: string
): Promise<CampaignView | undefined> =>
  select(ctx, shopId).where('slug', '=', slug).where(isShown(shopId)).executeTakeFirst()

/** The campaign that a post which is out belongs to. */
export const campaignOfPost = async (
  ctx: Db,
  shopId: number,
  postId: string
): Promise<CampaignView | undefined> =>
  select(ctx, shopId)
    .where(
      sql<boolean>`id = (select campaign_id from posts where shop_id = ${shopId} and id = ${postId} and state = 'published')`
    )
    .executeTakeFirst()

const isShown = (shopId: number) => sql<boolean>`exists (select 1 from posts p
  where p.shop_id = ${shopId} and p.campaign_id = campaigns.id and p.state = 'published')`

/** The campaigns a post may be given to, by name. */
export const openCampaigns = async (ctx: Db, shopId: number): Promise<CampaignView[]> =>
  select(ctx, shopId).where('archived_at', 'is', null).orderBy('name').limit(200).execute()

/** Campaigns with their sums, newest first: the open ones, or those put away. Two queries. */
export async function listCampaigns(
  ctx: Db,
  shopId: number,
  {
    archived = false,
    cursor,
    limit = 30
  }: { archived?: boolean; cursor?: string | null; limit?: number } = {}
): Promise<{ campaigns: CampaignLine[]; next: string | null }> {
  const after = decodeCursor(cursor, ['time', 'id'])
  let query = select(ctx, shopId).where('archived_at', archived ? 'is not' : 'is', null)
  if (after) {
    const [at, id] = [new Date(Number(after[0])), String(after[1])]
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('created_at', 'id'), '<', tuple(at, id)))
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const sums = await sumsOf(
    ctx,
    shopId,
    page.map((row) => row.id)
  )
  const none = { posts: 0, likes: 0, comments: 0, shares: 0 }
  const campaigns = page.map((row) => ({ ...row, ...(sums.get(row.id) ?? none) }))
  const last = page.at(-1)
  return {
    campaigns,
    next: last && rows.length > limit ? encodeCursor([last.createdAt.getTime(), last.id]) : null
  }
}

type Sums = Pick<CampaignLine, 'posts' | 'likes' | 'comments' | 'shares'>

async function sumsOf({ db }: Db, shopId: number, ids: readonly string[]): Promise<Map<string, Sums>> {
  const { rows } = await sql<Sums & { id: string }>`
    select p.campaign_id as id, count(*)::int as posts, coalesce(sum(c.likes), 0)::int as likes,
      coalesce(sum(c.comments), 0)::int as comments, coalesce(sum(c.shares), 0)::int as shares
    from posts p left join post_counts c on c.shop_id = p.shop_id and c.post_id = p.id
    where p.shop_id = ${shopId} and p.campaign_id = any(${ids}::uuid[]) and p.state = 'published'
    group by p.campaign_id`.execute(db)
  return new Map(rows.map(({ id, ...sums }) => [id, sums]))
}
