import { sql } from 'kysely'
import { AT_A_TIME, type Slice } from '../rule.ts'

/** Letters with everything in them; those still on their way are not old. */
export const forgetLetters: Slice = async ({ tx, shopId, before }) => {
  const { numAffectedRows } = await sql`
    delete from mails where shop_id = ${shopId} and id in (select id from mails where shop_id = ${shopId}
      and created_at < ${before} and state <> 'queued' order by created_at limit ${AT_A_TIME})`.execute(tx)
  return Number(numAffectedRows)
}

/** Invitations that nobody can take any more, with the addresses they went to. */
export const forgetInvites: Slice = async ({ tx, shopId, before }) => {
  const { numAffectedRows } = await sql`
    delete from member_invites where shop_id = ${shopId} and id in (select id from member_invites
      where shop_id = ${shopId} and expires_at < ${before} limit ${AT_A_TIME})`.execute(tx)
  return Number(numAffectedRows)
}

/** The rows of people and orders that an import left out, as they were written in its file, and under whose name; why they were stays. */
export const forgetRemarks: Slice = async ({ tx, shopId, before }) => {
  const { numAffectedRows } = await sql`
    update import_problems set raw = null, detail = null, handle = null where shop_id = ${shopId} and (import_id, n) in (
      select p.import_id, p.n from imports i join import_problems p on p.shop_id = i.shop_id and p.import_id = i.id
      where i.shop_id = ${shopId} and i.kind in ('customers', 'orders') and i.created_at < ${before}
        and (p.raw is not null or p.detail is not null or p.handle is not null) limit ${AT_A_TIME})`.execute(
    tx
  )
  return Number(numAffectedRows)
}
