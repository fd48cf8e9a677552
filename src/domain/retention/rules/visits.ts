import { sql } from 'kysely'
import { AT_A_TIME, type Slice } from '../rule.ts'

/** Who followed a link, tapped Buy or took a cart elsewhere; that somebody did, and what came of it, stays. */
export const cutVisits: Slice = async ({ tx, shopId, before }) => {
  const touches = await sql`
    update touches set visitor = null where shop_id = ${shopId} and click_id in (select click_id from touches
      where shop_id = ${shopId} and visitor is not null and touched_at < ${before}
      order by touched_at limit ${AT_A_TIME})`.execute(tx)
  const handed = await sql`
    update hand_overs set visitor = null, member_id = null where shop_id = ${shopId} and id in (select id from hand_overs
      where shop_id = ${shopId} and (visitor is not null or member_id is not null) and handed_at < ${before}
      limit ${AT_A_TIME})`.execute(tx)
  const gone = [touches, handed].map(({ numAffectedRows }) => Number(numAffectedRows))
  return { gone: gone[0]! + gone[1]!, left: gone.includes(AT_A_TIME) }
}
