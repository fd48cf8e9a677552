import type { Context } from '#context'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'

export type ErasureListed = {
  id: string
  subject: 'member' | 'contact' | 'guest'
  byWhom: 'self' | 'owner' | 'system'
  state: 'running' | 'done'
  askedAt: Date
  doneAt: Date | null
}

const PAGE = 50

/** Who was erased, by kind, newest first: no names, there are none. */
export async function listErasures(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  after?: string | null,
  limit = PAGE
): Promise<{ erasures: ErasureListed[]; next: string | null }> {
  const from = decodeCursor(after, ['time', 'id'])
  let query = db
    .selectFrom('erasures')
    .select(['id', 'subject', 'by_whom as byWhom', 'state', 'asked_at as askedAt', 'done_at as doneAt'])
    .where('shop_id', '=', shopId)
  if (from) {
    const [at, id] = [new Date(Number(from[0])), String(from[1])]
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('asked_at', 'id'), '<', tuple(at, id)))
  }
  const rows = (await query
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()) as ErasureListed[]
  const erasures = rows.slice(0, limit)
  const last = erasures.at(-1)
  return {
    erasures,
    next: rows.length > limit && last ? encodeCursor([last.askedAt.getTime(), last.id]) : null
  }
}
