import { sql } from 'kysely'
import type { Context } from '#context'
import { write } from '#domain/ledger/index.ts'
import { sendLetter } from '#domain/notifications/index.ts'
import { getShop, originOf, pathIn } from '#domain/shops/index.ts'
import { done } from '#platform/outcome.ts'
import { findOrder, type Order } from '../queries/find-order.ts'
import { readHistory } from '../queries/read-history.ts'
import { composeOrderLetter, type LetterKind } from './compose.ts'

/**
 * Writes the letter that a change of an order asked for. Its name, like placed or refunded:{id}, is kept with the
 * order, so that a job that runs twice writes once.
 */
export async function writeLetter(
  ctx: Context,
  shopId: number,
  { orderId, letter }: { orderId: string; letter: string }
): Promise<void> {
  const order = await findOrder(ctx, shopId, orderId)
  if (!order?.email) return // its buyer was erased
  const [kind, about] = letter.split(':') as [LetterKind, string | undefined]
  const composed = await compose(ctx, shopId, order, kind, about)
  await write(ctx, shopId, async (tx) => {
    const { numAffectedRows } = await sql`
      update orders set letters = array_append(letters, ${letter})
      where shop_id = ${shopId} and id = ${orderId} and not (${letter} = any(letters))`.execute(tx)
    if (!numAffectedRows) return done(null)
    await sendLetter(ctx, tx, { shopId, kind: `order_${kind}`, to: order.email, ...composed })
    return done(null)
  })
}

async function compose(
  ctx: Context,
  shopId: number,
  order: Order,
  kind: LetterKind,
  about: string | undefined
) {
  const shop = await getShop(ctx, shopId)
  const origin = await originOf(ctx, shopId)
  const { refunds, fulfilments, events } = about
    ? await readHistory(ctx, shopId, order.id)
    : { refunds: [], fulfilments: [], events: [] }
  return composeOrderLetter({
    kind,
    order,
    shopName: shop.name,
    url: origin + pathIn(order.locale, shop, `/orders/${order.token}`),
    refund: refunds.find(({ id }) => id === about),
    fulfilment: fulfilments.find(({ id }) => id === about),
    event: events.find(({ id }) => id === about)
  })
}
