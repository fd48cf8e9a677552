import { sql } from 'kysely'
import type { Context } from '#context'
import type { Source } from '#domain/ledger/index.ts'
import type { Db, Tx } from '#platform/database/index.ts'
import { LOOKBACK_DAYS, MODELS, share, type Model } from './models.ts'
import type { Touch } from './touch.ts'

const LOOKBACK_MS = LOOKBACK_DAYS * 86_400_000
const MOST_TOUCHES = 20

/** Notes that this click id, and those it came after, led to this cart. Noting it again changes nothing. */
export async function noteCartTouch(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  { shopId, cartId, clickId }: { shopId: number; cartId: string; clickId: string | null | undefined }
): Promise<void> {
  if (!clickId) return
  await sql`
    with recursive way as (
      select click_id, after_click_id, 1 as n from touches where shop_id = ${shopId} and click_id = ${clickId}
      union all
      select t.click_id, t.after_click_id, n + 1 from touches t join way on t.click_id = way.after_click_id
      where t.shop_id = ${shopId} and n < ${MOST_TOUCHES})
    insert into cart_touches (shop_id, cart_id, click_id, noted_at)
    select ${shopId}, ${cartId}, click_id, ${clock.now()} from way
    on conflict do nothing`.execute(tx)
}

export type CreditInput = {
  shopId: number
  orderId: string
  cartId: string
  /** The click id of the cart or the address at checkout. */
  clickId: string | null
  placedAt: Date
}

/**
 * Shares an order's credit between the touches of its cart within the lookback, by every model, and answers the
 * source of its ledger row: the last touch. Without a touch nothing is stored and the source is empty.
 */
export async function creditOrder(_ctx: Pick<Context, 'clock'>, tx: Tx, input: CreditInput): Promise<Source> {
  const touches = await touchesOf(tx, input)
  const last = touches.at(-1)
  if (!last) return {}
  const rows = MODELS.flatMap((model) => creditsBy(model, touches, input))
  await tx
    .insertInto('order_credits')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
  return sourceOf(last)
}

/** The source an order was credited to: a refund or cancellation reverses the same split. */
export async function sourceOfOrder(db: Tx | Db, shopId: number, orderId: string): Promise<Source> {
  const credit = await db
    .selectFrom('order_credits')
    .select(['post_id', 'link_code', 'campaign_id', 'creator_id', 'network'])
    .where('shop_id', '=', shopId)
    .where('order_id', '=', orderId)
    .where('model', '=', 'last_touch')
    .executeTakeFirst()
  return credit ? sourceOf(credit) : {}
}

/** The newest touches that led to the cart, oldest first. */
async function touchesOf(tx: Tx, { shopId, cartId, clickId, placedAt }: CreditInput): Promise<Touch[]> {
  const rows = await tx
    .selectFrom('touches')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where((eb) =>
      eb.or([
        eb(
          'click_id',
          'in',
          eb
            .selectFrom('cart_touches as c')
            .select('c.click_id')
            .where('c.shop_id', '=', shopId)
            .where('c.cart_id', '=', cartId)
        ),
        eb('click_id', '=', clickId ?? '')
      ])
    )
    .where('touched_at', '>', new Date(placedAt.getTime() - LOOKBACK_MS))
    .where('touched_at', '<=', placedAt)
    .orderBy('touched_at', 'desc')
    .orderBy('click_id', 'desc')
    .limit(MOST_TOUCHES)
    .execute()
  return rows.reverse()
}

/** A touch that gets nothing leaves no row. */
function creditsBy(model: Model, touches: readonly Touch[], { shopId, orderId, placedAt }: CreditInput) {
  const parts = share(
    model,
    touches.map((touch) => ({ touchedAt: touch.touched_at })),
    placedAt
  )
  return touches.flatMap((touch, n) => {
    const { click_id, post_id, campaign_id, link_code, creator_id, network, touched_at } = touch
    const credited = { click_id, post_id, campaign_id, link_code, creator_id, network, touched_at }
    return parts[n] ? [{ shop_id: shopId, order_id: orderId, model, n, credit: parts[n], ...credited }] : []
  })
}

type Credited = Pick<Touch, 'post_id' | 'link_code' | 'campaign_id' | 'creator_id'> & {
  network: string | null
}

const sourceOf = (touch: Credited): Source => ({
  postId: touch.post_id,
  linkCode: touch.link_code,
  campaignId: touch.campaign_id,
  creatorId: touch.creator_id,
  network: touch.network
})
