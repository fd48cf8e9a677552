import { sql } from 'kysely'
import type { Context } from '#context'
import { listPictures, type PictureView } from '#domain/pictures/index.ts'

export type ReactedPost = { slug: string; title: string; picture: PictureView | null; reactions: number }

const DONE = ['like', 'repost', 'save', 'comment'] as const
const UNDONE = ['unlike', 'unrepost', 'unsave', 'comment_deleted'] as const
const WINDOW_MS = 7 * 86_400_000
const TITLE_LENGTH = 60

type Row = { slug: string; title: string; words: string; pictureId: string | null; reactions: number }

/** The published posts with most likes, reposts, saves and comments in the last seven days; undone ones do not count. */
export async function reactedPosts(
  ctx: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  limit = 3
): Promise<ReactedPost[]> {
  const since = new Date(ctx.clock.now().getTime() - WINDOW_MS)
  const { rows } = await sql<Row>`
    select p.slug, p.title, left(p.words, ${TITLE_LENGTH + 1}) as words, r.reactions, pic.picture_id as "pictureId"
    from (
      select key, sum(case when kind = any(${[...UNDONE]}) then -quantity else quantity end)::int as reactions
      from rollup_hours
      where shop_id = ${shopId} and dimension = 'post' and hour > ${since} and kind = any(${[...DONE, ...UNDONE]})
      group by key) r
    join posts p on p.shop_id = ${shopId} and p.id = r.key::uuid and p.state = 'published'
    left join post_pictures pic on pic.shop_id = ${shopId} and pic.post_id = p.id and pic.position = 0
    where r.reactions > 0
    order by r.reactions desc, p.id desc limit ${limit}`.execute(ctx.db)
  const pictures = await listPictures(ctx, shopId, rows.flatMap((row) => row.pictureId ?? [])) // prettier-ignore
  return rows.map(({ slug, title, words, pictureId, reactions }) => ({
    slug,
    title: title || shorten(words),
    picture: pictures.get(pictureId ?? '') ?? null,
    reactions
  }))
}

const shorten = (words: string): string =>
  words.length > TITLE_LENGTH ? `${words.slice(0, TITLE_LENGTH).replace(/\s+\S*$/, '')}…` : words
