import type { Context } from '#context'
import { sellsFreely, wantsOf, type CartLine } from '#domain/carts/index.ts'
import { allocateHold, reserveStock } from '#domain/stock/index.ts'
import type { Tx } from '#platform/database/index.ts'

/**
 * Makes the goods the order's own. A hold that fits is simply handed over; otherwise it is given back and the goods are
 * taken afresh, at the pick-up place first. Answers the first line that there is too little of.
 */
export async function secureStock(
  ctx: Pick<Context, 'ids'>,
  tx: Tx,
  shopId: number,
  order: { cartId: string; orderId: string; lines: readonly CartLine[]; place: string | null }
): Promise<{ title: string; left: number } | undefined> {
  const wants = wantsOf(order.lines)
  if (await allocateHold(tx, shopId, { ...order, wants })) return undefined
  const { orderId, place } = order
  const short = await reserveStock(ctx, tx, shopId, { orderId, wants, prefer: place })
  for (const { variantId, left } of short) {
    const line = order.lines.find((each) => each.variantId === variantId)
    if (line && !sellsFreely(line)) return { title: [line.title, ...line.optionValues].join(', '), left }
  }
  return undefined
}
