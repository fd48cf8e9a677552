import { actorKey, type Actor } from '#domain/accounts/index.ts'
import type { Context } from '#context'
import type { Source } from '#domain/ledger/index.ts'
import type { Db, Tx } from '#platform/database/index.ts'
import type { Touch } from './touch.ts'

export type TouchInput = {
  postId?: string | null
  productId?: string | null
  linkCode?: string | null
  campaignId?: string | null
  network?: string | null
  /** The click id that came in the address: what led here before. */
  clickId?: string | null
}

/**
 * Writes down that someone followed a link or tapped Buy, and answers the new click id for the address. What the
 * touch does not say itself it takes over from the one before it: who came from a link and then taps a post's Buy
 * came by both.
 */
export async function recordTouch(
  ctx: Pick<Context, 'ids' | 'clock'>,
  tx: Tx | Db,
  actor: Actor,
  input: TouchInput
): Promise<string> {
  const { shopId } = actor
  const before = input.clickId ? await findTouch(tx, shopId, input.clickId) : undefined
  const clickId = ctx.ids.code(16)
  const campaignId = input.campaignId ?? (input.postId ? await campaignOf(tx, shopId, input.postId) : null)
  await tx
    .insertInto('touches')
    .values({
      shop_id: shopId,
      click_id: clickId,
      kind: input.linkCode ? 'link' : 'tap',
      after_click_id: before?.click_id ?? null,
      link_code: input.linkCode ?? before?.link_code ?? null,
      post_id: input.postId ?? before?.post_id ?? null,
      campaign_id: campaignId ?? before?.campaign_id ?? null,
      creator_id: before?.creator_id ?? null,
      product_id: input.productId ?? before?.product_id ?? null,
      network: input.network ?? before?.network ?? 'square',
      visitor: actorKey(actor),
      touched_at: ctx.clock.now()
    })
    .execute()
  return clickId
}

/** What a click id in an address stands for; empty when it is unknown. For the source of carts and checkouts. */
export async function sourceOfClick(
  db: Tx | Db,
  shopId: number,
  clickId: string | null | undefined
): Promise<Source> {
  const touch = clickId ? await findTouch(db, shopId, clickId) : undefined
  if (!touch) return {}
  return {
    postId: touch.post_id,
    linkCode: touch.link_code,
    campaignId: touch.campaign_id,
    creatorId: touch.creator_id,
    network: touch.network
  }
}

const findTouch = (db: Tx | Db, shopId: number, clickId: string): Promise<Touch | undefined> =>
  db
    .selectFrom('touches')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('click_id', '=', clickId)
    .executeTakeFirst()

async function campaignOf(db: Tx | Db, shopId: number, postId: string): Promise<string | null> {
  const post = await db
    .selectFrom('posts')
    .select('campaign_id')
    .where('shop_id', '=', shopId)
    .where('id', '=', postId)
    .executeTakeFirst()
  return post?.campaign_id ?? null
}
