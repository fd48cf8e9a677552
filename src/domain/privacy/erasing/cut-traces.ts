import { sql } from 'kysely'
import type { Context } from '#context'
import { nobodyOf } from '#domain/members/index.ts'
import { inSlices, SLICE, touched, type Erasure } from './erasure.ts'
import { TRACES, type Trace } from './traces.ts'

/** Takes a member's id out of every row it stands in, or the row away where it is only about them. */
export async function cutTraces(ctx: Context, { shopId, subjectId: memberId }: Erasure): Promise<void> {
  const nobody = await nobodyOf(ctx, shopId)
  const keys = await ctx.db
    .selectFrom('api_keys')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('created_by', '=', memberId)
    .execute()
  const actors = [`member:${memberId}`, ...keys.map(({ id }) => `key:${id}`)]
  await ctx.db.deleteFrom('api_replies').where('shop_id', '=', shopId).where('actor', 'in', actors).execute()
  for (const trace of TRACES) await inSlices(ctx, (tx) => touched(tx, cut(trace, shopId, memberId!, nobody)))
  await inSlices(ctx, (tx) => touched(tx, silence(shopId, memberId!, nobody)))
  await inSlices(ctx, (tx) => touched(tx, unshare(shopId, memberId!, ctx.clock.now())))
}

function cut({ table, column, type, key, fate }: Trace, shopId: number, memberId: string, nobody: string) {
  const [of, at] = [sql.table(table), sql.ref(column)]
  const theirs = sql`shop_id = ${shopId} and ${at} = ${memberId}::${sql.raw(type)}`
  const some = sql`where shop_id = ${shopId} and (${sql.raw(key)}) in
    (select ${sql.raw(key)} from ${of} where ${theirs} limit ${SLICE})`
  if (fate === 'delete') return sql`delete from ${of} ${some}`
  return sql`update ${of} set ${at} = ${fate === 'nobody' ? sql`${nobody}::uuid` : sql`null`} ${some}`
}

/** What they said is gone for good; answers to it keep their place. The count of what was said stays what it was. */
const silence = (shopId: number, memberId: string, nobody: string) => sql`
  update comments set words = '', state = 'deleted', member_id = ${nobody}, edited_at = null
  where shop_id = ${shopId} and id in
    (select id from comments where shop_id = ${shopId} and member_id = ${memberId} limit ${SLICE})`

/** Their own links lead nowhere any more; what came by them stays counted. */
const unshare = (shopId: number, memberId: string, now: Date) => sql`
  update links set member_id = null, created_by = null, label = '', disabled_at = coalesce(disabled_at, ${now})
  where shop_id = ${shopId} and code in
    (select code from links where shop_id = ${shopId} and member_id = ${memberId} limit ${SLICE})`
