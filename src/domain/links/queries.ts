import { sql } from 'kysely'
import type { Context } from '#context'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import type { BuyItem } from './buy-items.ts'

type Db = Pick<Context, 'db'>

/** A link in the studio, with what it brought since it was made. `revenue` is net, in minor units. */
export type LinkLine = {
  code: string
  kind: 'short' | 'buy' | 'share'
  label: string
  target: string
  items: BuyItem[] | null
  coupon: string | null
  network: string | null
  campaign: string | null
  title: string | null
  state: 'open' | 'expired' | 'disabled'
  createdAt: Date
  expiresAt: Date | null
  clicks: number
  carts: number
  orders: number
  revenue: number
}

/** Links newest first: those of the shop, or its members' own. Counts come from the rollup, in the same query. */
export async function listLinks(
  ctx: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  { shares = false, cursor, limit = 50 }: { shares?: boolean; cursor?: string | null; limit?: number } = {}
): Promise<{ links: LinkLine[]; next: string | null }> {
  const after = decodeCursor(cursor, ['time', 'text'])
  let query = select(ctx, shopId).where('l.kind', shares ? '=' : '<>', 'share')
  if (after) {
    const [at, code] = [new Date(Number(after[0])), String(after[1])]
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('l.created_at', 'l.code'), '<', tuple(at, code))
    )
  }
  const rows = await query
    .orderBy('l.created_at', 'desc')
    .orderBy('l.code', 'desc')
    .limit(limit + 1)
    .execute()
  const links = rows.slice(0, limit).map((row) => toLine(row as Row, ctx.clock.now()))
  const last = links.at(-1)
  return {
    links,
    next: last && rows.length > limit ? encodeCursor([last.createdAt.getTime(), last.code]) : null
  }
}

/** One link with its counts. */
export async function findLink(
  ctx: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  code: string
): Promise<LinkLine | undefined> {
  const row = await select(ctx, shopId).where('l.code', '=', code).executeTakeFirst()
  return row && toLine(row as Row, ctx.clock.now())
}

type Row = Omit<LinkLine, 'state'> & { disabledAt: Date | null }

const toLine = ({ disabledAt, ...row }: Row, now: Date): LinkLine => ({
  ...row,
  state: disabledAt ? 'disabled' : row.expiresAt && row.expiresAt <= now ? 'expired' : 'open'
})

const select = ({ db }: Db, shopId: number) =>
  db
    .selectFrom('links as l')
    .leftJoin('posts as p', (j) => j.onRef('p.shop_id', '=', 'l.shop_id').onRef('p.id', '=', 'l.post_id'))
    .leftJoin('products as g', (j) =>
      j.onRef('g.shop_id', '=', 'l.shop_id').onRef('g.id', '=', 'l.product_id')
    )
    .leftJoin('campaigns as c', (j) =>
      j.onRef('c.shop_id', '=', 'l.shop_id').onRef('c.id', '=', 'l.campaign_id')
    )
    .leftJoinLateral(sumsOf(shopId).as('r'), (j) => j.onTrue())
    .select(['l.code', 'l.kind', 'l.label', 'l.target', 'l.items', 'l.coupon_code as coupon', 'l.network'])
    .select(['c.name as campaign', 'l.created_at as createdAt', 'l.expires_at as expiresAt'])
    .select(['l.disabled_at as disabledAt', 'r.clicks', 'r.carts', 'r.orders', 'r.revenue'])
    .select(sql<string | null>`coalesce(nullif(p.title, ''), g.title)`.as('title'))
    .where('l.shop_id', '=', shopId)

const sumsOf = (shopId: number) => sql<{ clicks: number; carts: number; orders: number; revenue: number }>`(
  select coalesce(sum(quantity) filter (where kind = 'click'), 0) as clicks,
    coalesce(sum(quantity) filter (where kind = 'cart'), 0) as carts,
    coalesce(sum(quantity) filter (where kind = 'order'), 0) as orders,
    coalesce(sum(amount) filter (where kind in ('order', 'refund')), 0) as revenue
  from rollup_hours where shop_id = ${shopId} and dimension = 'link' and key = l.code)`
