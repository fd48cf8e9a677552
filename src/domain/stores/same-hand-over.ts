import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'

/** A line on its way to a store, as it was in the cart. */
export type HandedLine = {
  variantId: string
  productId: string
  title: string
  quantity: number
  /** Minor units, at the price shown here. */
  price: number
  postId: string | null
  clickId: string | null
}

export const AGAIN_MS = 10 * 60_000

type Taken = { cartId: string; storeId: string; coupon: string | null; lines: readonly HandedLine[] }

/** The hand-over of these very goods within the last minutes: pressed twice, or gone back and on again. */
export async function findSame(
  ctx: Pick<Context, 'clock'>,
  tx: Tx,
  shopId: number,
  { cartId, storeId, coupon, lines }: Taken
): Promise<{ id: string; code: string } | undefined> {
  const recent = await tx
    .selectFrom('hand_overs')
    .select(['id', 'code', 'lines', 'coupon_code'])
    .where('shop_id', '=', shopId)
    .where('cart_id', '=', cartId)
    .where('store_id', '=', storeId)
    .where('handed_at', '>', new Date(ctx.clock.now().getTime() - AGAIN_MS))
    .orderBy('handed_at', 'desc')
    .execute()
  const wanted = goodsIn(lines)
  const same = recent.find(
    (one) => one.coupon_code === coupon && goodsIn(one.lines as unknown as HandedLine[]) === wanted
  )
  return same && { id: same.id, code: same.code }
}

const goodsIn = (lines: readonly HandedLine[]): string =>
  lines
    .map(({ variantId, quantity, price }) => `${variantId} ${quantity} ${price}`)
    .sort()
    .join()
