import type { Context } from '#context'
import { avatarView, type PictureView } from '#domain/pictures/index.ts'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import { segmentsOf, type Segment } from '#platform/words.ts'
import type { CommentState } from './take-comment.ts'

export type CommentView = {
  id: string
  parentId: string | null
  author: { id: string; name: string; avatar: PictureView | null; staff: boolean }
  words: readonly Segment[]
  /** The words as typed: for their author, who may edit them. */
  typed: string | null
  /** Of what is hidden or deleted only the place is shown, while answers hang from it; moderators read the hidden. */
  state: CommentState
  postedAt: Date
  edited: boolean
  mine: boolean
}
export type Thread = CommentView & { answers: CommentView[] }

export type CommentOptions = {
  cursor?: string | null
  memberId?: string | null
  moderator?: boolean
  limit?: number
}

const ANSWERS = 200

/** The threads under a post, newest first, each with its answers in the order they were given. Two queries. */
export async function listComments(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  postId: string,
  { cursor, memberId = null, moderator = false, limit = 20 }: CommentOptions = {}
): Promise<{ threads: Thread[]; next: string | null }> {
  const after = decodeCursor(cursor, ['time', 'id'])
  let query = select(ctx, shopId).where('post_id', '=', postId).where('parent_id', 'is', null)
  if (after) {
    const [at, id] = [new Date(Number(after[0])), String(after[1])]
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('posted_at', 'comments.id'), '<', tuple(at, id))
    )
  }
  const rows = await query
    .orderBy('posted_at', 'desc')
    .orderBy('comments.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const answers = await answersOf(
    ctx,
    shopId,
    page.map((row) => row.id)
  )
  const view = (row: CommentRow) => commentView(row, shopId, memberId, moderator)
  const threads = page
    .map((row) => ({ ...view(row), answers: (answers.get(row.id) ?? []).map(view).filter(isReadable) }))
    .filter((thread) => isReadable(thread) || thread.answers.length > 0)
  const last = page.at(-1)
  return {
    threads,
    next: last && rows.length > limit ? encodeCursor([last.posted_at.getTime(), last.id]) : null
  }
}

/** One comment as whoever asks may see it; undefined where they may not. */
export async function findComment(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  id: string,
  { memberId = null, moderator = false }: Pick<CommentOptions, 'memberId' | 'moderator'>
): Promise<CommentView | undefined> {
  const row = await select(ctx, shopId).where('comments.id', '=', id).executeTakeFirst()
  const comment = row && commentView(row, shopId, memberId, moderator)
  return comment && isReadable(comment) ? comment : undefined
}

const isReadable = (comment: CommentView) => comment.state === 'visible' || comment.words.length > 0

const select = ({ db }: Pick<Context, 'db'>, shopId: number) =>
  db
    .selectFrom('comments')
    .innerJoin('members', (join) =>
      join.onRef('members.shop_id', '=', 'comments.shop_id').onRef('members.id', '=', 'comments.member_id')
    )
    .leftJoin('pictures', (join) =>
      join.onRef('pictures.shop_id', '=', 'members.shop_id').onRef('pictures.id', '=', 'members.avatar_id')
    )
    .select(['comments.id', 'parent_id', 'member_id', 'words', 'comments.state', 'posted_at', 'edited_at'])
    .select(['members.name', 'members.role', 'pictures.id as avatar_id', 'pictures.renditions'])
    .where('comments.shop_id', '=', shopId)

type CommentRow = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

async function answersOf(ctx: Pick<Context, 'db'>, shopId: number, threadIds: readonly string[]) {
  if (threadIds.length === 0) return new Map<string | null, CommentRow[]>()
  const rows = await select(ctx, shopId)
    .where('parent_id', 'in', threadIds)
    .where('comments.state', '<>', 'deleted')
    .orderBy('posted_at')
    .orderBy('comments.id')
    .limit(ANSWERS)
    .execute()
  return Map.groupBy(rows, (row) => row.parent_id)
}

function commentView(
  row: CommentRow,
  shopId: number,
  memberId: string | null,
  moderator: boolean
): CommentView {
  const mine = row.member_id === memberId
  const readable = row.state === 'visible' || (row.state === 'hidden' && moderator)
  return {
    id: row.id,
    parentId: row.parent_id,
    author: {
      id: row.member_id,
      name: row.name,
      avatar: row.avatar_id ? avatarView(shopId, row.avatar_id, row.renditions) : null,
      staff: row.role !== 'member'
    },
    words: readable ? segmentsOf(row.words) : [],
    typed: mine && row.state === 'visible' ? row.words : null,
    state: row.state as CommentState,
    postedAt: row.posted_at,
    edited: row.edited_at !== null,
    mine
  }
}
