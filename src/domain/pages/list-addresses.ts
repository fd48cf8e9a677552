import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import { jpegPath, listPictures } from '#domain/pictures/index.ts'
import { pathOf } from './card.ts'

type Db = Pick<Context, 'db'>

export const SECTIONS = ['posts', 'products', 'campaigns', 'collections'] as const
export type Section = (typeof SECTIONS)[number]

/** A page for a sitemap: its path without a language, when it last changed, and its first picture's path. */
export type Address = { path: string; changedAt: Date | null; picture: string | null }

type Row = { id: string; key: string; changedAt: Date | null; pictureId: string | null }

/** What is everyone's to see, by section: rows of id, key, changedAt and pictureId, one a page. */
const ROWS: Record<Section, (shopId: number) => RawBuilder<Row>> = {
  posts: (shopId) => sql`
    select p.id, p.slug as key, greatest(p.published_at, p.updated_at) as "changedAt",
      (select pp.picture_id from post_pictures pp where pp.shop_id = ${shopId} and pp.post_id = p.id
        order by pp.position limit 1) as "pictureId"
    from posts p where p.shop_id = ${shopId} and p.state = 'published'`,
  products: (shopId) => sql`
    select p.id, p.handle as key, p.updated_at as "changedAt",
      (select pp.picture_id from product_pictures pp where pp.shop_id = ${shopId} and pp.product_id = p.id
        order by pp.position, pp.picture_id limit 1) as "pictureId"
    from products p where p.shop_id = ${shopId} and p.state = 'active'`,
  campaigns: (shopId) => sql`
    select c.id, c.slug as key, (select max(p.published_at) from posts p
        where p.shop_id = ${shopId} and p.campaign_id = c.id and p.state = 'published') as "changedAt",
      null::uuid as "pictureId"
    from campaigns c where c.shop_id = ${shopId} and c.archived_at is null and exists (select 1 from posts p
      where p.shop_id = ${shopId} and p.campaign_id = c.id and p.state = 'published')`,
  collections: (shopId) => sql`
    select c.id, c.handle as key, null::timestamptz as "changedAt", null::uuid as "pictureId"
    from collections c where c.shop_id = ${shopId} and exists (select 1 from collection_products cp
      join products p on p.shop_id = ${shopId} and p.id = cp.product_id and p.state = 'active'
      where cp.shop_id = ${shopId} and cp.collection_id = c.id)`
}

const PATHS: Record<Section, (key: string) => string> = {
  posts: (slug) => pathOf.post({ slug }),
  products: (handle) => pathOf.product({ handle }),
  campaigns: (slug) => pathOf.campaign({ slug }),
  collections: (handle) => pathOf.collection({ handle })
}

/** How many pages each section has, and when one of them last changed. */
export async function countAddresses(
  { db }: Db,
  shopId: number
): Promise<{ section: Section; pages: number; changedAt: Date | null }[]> {
  return Promise.all(
    SECTIONS.map(async (section) => {
      const { rows } = await sql<{ pages: number; changedAt: Date | null }>`
        select count(*)::int as pages, max("changedAt") as "changedAt" from (${ROWS[section](shopId)}) s`.execute(
        db
      )
      return { section, ...(rows[0] ?? { pages: 0, changedAt: null }) }
    })
  )
}

const BATCH = 500
const WIDTH = 1080

/** The pages of a section, oldest first, read as they are asked for: however many there are, one batch is in memory. */
export async function* listAddresses(
  ctx: Db,
  shopId: number,
  section: Section,
  { skip, limit }: { skip: number; limit: number }
): AsyncGenerator<Address> {
  let after: string | undefined
  for (let left = limit; left > 0;) {
    const rows = await readBatch(ctx, shopId, section, { after, skip, limit: Math.min(BATCH, left) })
    const pictures = await listPictures(ctx, shopId, rows.flatMap(({ pictureId }) => pictureId ?? [])) // prettier-ignore
    for (const { key, changedAt, pictureId } of rows) {
      const picture = pictureId ? pictures.get(pictureId) : undefined
      yield { path: PATHS[section](key), changedAt, picture: (picture && jpegPath(picture, WIDTH)) ?? null }
    }
    left -= rows.length
    after = rows.at(-1)?.id
    if (rows.length < BATCH || !after) return
  }
}

type Batch = { after: string | undefined; skip: number; limit: number }

async function readBatch({ db }: Db, shopId: number, section: Section, { after, skip, limit }: Batch) {
  const { rows } = await sql<Row>`
    select * from (${ROWS[section](shopId)}) s where ${after === undefined ? sql`true` : sql`s.id > ${after}::uuid`}
    order by s.id offset ${after === undefined ? skip : 0} limit ${limit}`.execute(db)
  return rows
}
