import { sql } from 'kysely'
import type { Context } from '#context'

const DAY_MS = 86_400_000

type Seen = { id: string; seen_at: Date | null }

/**
 * Notes that this member was here, by which retention tells who is long gone: one write a day at most, from what was
 * read of the member anyway. It waits for nobody who holds the row; the next page notes it then.
 */
export async function noteSeen(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  { id, seen_at }: Seen
): Promise<void> {
  const now = clock.now()
  if (seen_at && now.getTime() - seen_at.getTime() < DAY_MS) return
  await sql`update members set seen_at = ${now} where shop_id = ${shopId} and id = (
    select id from members where shop_id = ${shopId} and id = ${id} for no key update skip locked)`.execute(
    db
  )
}
