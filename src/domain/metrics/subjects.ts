import { sql } from 'kysely'
import type { Context } from '#context'
import { pictureView, type PictureRow, type PictureView } from '#domain/pictures/index.ts'
import type { Dimension } from './measures.ts'

/** What a row of results is about. `at` is when it went out or began. */
export type Subject = {
  title: string
  slug: string | null
  network: string | null
  at: Date | null
  picture: PictureView | null
}

const QUERIES: Record<Dimension, string> = {
  post: `select s.id::text as key, coalesce(nullif(s.title, ''), left(s.words, 60)) as title, s.slug, null as network,
      s.published_at as at, (select picture_id from post_pictures i where i.shop_id = s.shop_id and i.post_id = s.id
        order by position limit 1) as picture_id from posts s`,
  product: `select s.id::text as key, s.title, s.handle as slug, null as network, s.created_at as at,
      (select picture_id from product_pictures i where i.shop_id = s.shop_id and i.product_id = s.id
        order by position limit 1) as picture_id from products s`,
  campaign: `select s.id::text as key, s.name as title, s.slug, null as network, s.created_at as at,
      null::uuid as picture_id from campaigns s`,
  link: `select s.code as key, coalesce(nullif(s.label, ''), '/l/' || s.code) as title, s.code as slug, s.network,
      s.created_at as at, null::uuid as picture_id from links s`
}

type Row = Partial<PictureRow> & {
  key: string
  title: string
  slug: string
  network: string | null
  at: Date | null
  picture_id: string | null
}

/** Names and pictures for keys of a dimension, in one query. What was deleted is left out. */
export async function subjectsOf(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  dimension: Dimension,
  keys: readonly string[]
): Promise<Map<string, Subject>> {
  if (keys.length === 0) return new Map()
  const ids = dimension === 'link' ? sql`code = any(${keys}::text[])` : sql`id = any(${keys}::uuid[])`
  const { rows } = await sql<Row>`
    select s.*, p.id, p.width, p.height, p.renditions, p.focal_x, p.focal_y, p.placeholder, p.alt
    from (${sql.raw(QUERIES[dimension])} where s.shop_id = ${shopId} and s.${ids}) as s
    left join pictures p on p.shop_id = ${shopId} and p.id = s.picture_id`.execute(db)
  return new Map(
    rows.map((row) => [
      row.key,
      {
        title: row.title,
        slug: row.slug,
        network: row.network,
        at: row.at,
        picture: row.id ? pictureView(shopId, row as PictureRow) : null
      }
    ])
  )
}
