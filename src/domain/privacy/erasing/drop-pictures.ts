import { sql } from 'kysely'
import type { Context } from '#context'
import { later } from '#domain/ledger/index.ts'
import { inSlices, SLICE, type Erasure } from './erasure.ts'

/** A picture that is being made smaller just now may still be written: its folder is emptied a second time. */
const AGAIN_MS = 20 * 60_000

/**
 * Pictures that are only the member's go, with every size; those the shop shows in its goods and posts stay, and it is
 * forgotten who brought them.
 */
export async function dropPictures(ctx: Context, { shopId, subjectId: memberId }: Erasure): Promise<void> {
  const again = new Date(ctx.clock.now().getTime() + AGAIN_MS)
  const theirs = sql`(p.uploaded_by = ${memberId} or p.id = (select avatar_id from members
    where shop_id = ${shopId} and id = ${memberId}))`
  await inSlices(ctx, async (tx) => {
    const { rows } = await sql<{ id: string }>`delete from pictures where shop_id = ${shopId} and id in (
      select p.id from pictures p where p.shop_id = ${shopId} and ${theirs} and not ${IS_SHOWN(shopId, memberId!)}
      limit ${SLICE}) returning id`.execute(tx)
    for (const { id: pictureId } of rows) {
      await later(ctx, tx, shopId, 'picture.forget', { pictureId })
      await later(ctx, tx, shopId, 'picture.forget', { pictureId }, again)
    }
    return rows.length
  })
  await sql`update pictures set uploaded_by = null where shop_id = ${shopId} and uploaded_by = ${memberId}`.execute(
    ctx.db
  )
  await sql`update members set avatar_id = null where shop_id = ${shopId} and id = ${memberId}`.execute(
    ctx.db
  )
}

const IS_SHOWN = (shopId: number, memberId: string) => {
  const used = (table: string, column: string) =>
    sql`exists (select from ${sql.table(table)} u where u.shop_id = ${shopId} and u.${sql.ref(column)} = p.id)`
  return sql`(${used('product_pictures', 'picture_id')} or ${used('post_pictures', 'picture_id')}
    or ${used('variants', 'picture_id')} or ${used('order_lines', 'picture_id')}
    or ${used('remote_pictures', 'picture_id')}
    or exists (select from members u where u.shop_id = ${shopId} and u.avatar_id = p.id and u.id <> ${memberId}))`
}
