import { sql } from 'kysely'
import type { Context } from '#context'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import { isUuid } from '#platform/ids.ts'
import { feedColumns, type Feed } from './feed.ts'

type Db = Pick<Context, 'db'>

const select = ({ db }: Db, shopId: number) =>
  db.selectFrom('feeds').select(feedColumns).where('shop_id', '=', shopId)

/** A shop's feeds, oldest first; nobody has more than a few dozen. */
export const listFeeds = async (ctx: Db, shopId: number): Promise<Feed[]> =>
  (await select(ctx, shopId).orderBy('id').limit(200).execute()) as Feed[]

export const findFeed = async (ctx: Db, shopId: number, id: string): Promise<Feed | undefined> =>
  isUuid(id)
    ? ((await select(ctx, shopId).where('id', '=', id).executeTakeFirst()) as Feed | undefined)
    : undefined

/** The feed at an address. */
export const findFeedByCode = async (ctx: Db, shopId: number, code: string): Promise<Feed | undefined> =>
  (await select(ctx, shopId).where('code', '=', code).executeTakeFirst()) as Feed | undefined

/** An item that the network would refuse, or would like better otherwise. */
export type ProblemLine = {
  variantId: string
  productId: string
  itemId: string
  title: string
  options: string[]
  refused: boolean
  problems: string[]
}

export type ProblemPage = { lines: ProblemLine[]; next: string | null }

const PAGE = 25

/** The items of a feed with problems, refused ones first; `problem` narrows to one reason, `refusedOnly` to what is left out. */
export async function listProblems(
  { db }: Db,
  shopId: number,
  feedId: string,
  {
    problem,
    refusedOnly,
    cursor,
    limit = PAGE
  }: {
    problem?: string | null | undefined
    refusedOnly?: boolean
    cursor?: string | null
    limit?: number
  } = {}
): Promise<ProblemPage> {
  const after = decodeCursor(cursor, ['text', 'id', 'id'])
  const { rows } = await sql<ProblemLine & { state: string }>`
    select i.variant_id as "variantId", i.product_id as "productId", i.item_id as "itemId", i.state, i.problems,
      i.state = 'refused' as refused, p.title, v.option_values as options
    from feed_items i
    join products p on p.shop_id = ${shopId} and p.id = i.product_id
    join variants v on v.shop_id = ${shopId} and v.id = i.variant_id
    where i.shop_id = ${shopId} and i.feed_id = ${feedId} and cardinality(i.problems) > 0
      ${problem ? sql`and ${problem} = any(i.problems)` : sql``}
      ${refusedOnly ? sql`and i.state = 'refused'` : sql``}
      ${after ? sql`and (i.state, i.product_id, i.variant_id) > (${after[0]}, ${after[1]}, ${after[2]})` : sql``}
    order by i.state, i.product_id, i.variant_id limit ${limit + 1}`.execute(db)
  const lines = rows.slice(0, limit)
  const last = lines.at(-1)
  const next = last && rows.length > limit ? encodeCursor([last.state, last.productId, last.variantId]) : null
  return { lines, next }
}

/** How many items have each problem, the most frequent first. */
export async function countProblems(
  { db }: Db,
  shopId: number,
  feedId: string
): Promise<{ problem: string; items: number }[]> {
  const { rows } = await sql<{ problem: string; items: number }>`
    select problem, count(*)::int as items from feed_items, unnest(problems) as problem
    where shop_id = ${shopId} and feed_id = ${feedId}
    group by problem order by count(*) desc, problem`.execute(db)
  return rows
}
