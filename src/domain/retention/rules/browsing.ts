import { sql } from 'kysely'
import type { Slice } from '../rule.ts'

const ROWS = 20_000

/**
 * Who looked at, tapped and shared what, in the ledger's old rows. The rows stay, and so does every figure made of
 * them; members' ids in them go. Different visitors are counted by taps, so there each member gets one random key a
 * run: as a visitor without an account is a new one each day, so a member of long ago is. A visitor's own key says
 * nothing since its salt was thrown away, and stays.
 */
export const cutBrowsing: Slice = async ({ ctx, tx, shopId, before }) => {
  const { rows } = await sql<{ after: number; upTo: number | null }>`
    select l.seq as after, (select max(seq) filter (where recorded_at < ${before}) from (select seq, recorded_at
      from ledger where shop_id = ${shopId} and seq > l.seq order by seq limit ${ROWS}) s) as "upTo"
    from retention_looks l where l.shop_id = ${shopId} and l.rule = 'browsing' for update`.execute(tx)
  const [{ after, upTo } = { after: 0, upTo: null }] = rows
  if (upTo === null) return 0
  const old = sql`shop_id = ${shopId} and seq > ${after} and seq <= ${upTo}
    and kind in ('view', 'product_view', 'click', 'share') and length(actor) = 36`
  const members = await sql<{ actor: string }>`select distinct actor from ledger where ${old}`.execute(tx)
  const actors = members.rows.map(({ actor }) => actor)
  const cut = await sql`
    update ledger l set actor = case l.kind when 'click' then k.key end, dedupe_key = null
    from unnest(${actors}::text[], ${actors.map(() => ctx.ids.secret(16))}::text[]) as k (whose, key)
    where ${old} and l.actor = k.whose`.execute(tx)
  await sql`update retention_looks set seq = ${upTo} where shop_id = ${shopId} and rule = 'browsing'`.execute(
    tx
  )
  return { gone: Number(cut.numAffectedRows), left: true }
}
