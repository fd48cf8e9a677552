import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { releaseHold } from './release-hold.ts'
import { insertReservations } from './reservations.ts'
import { lockStock } from './locks.ts'
import { shortOf, takeStock } from './take-stock.ts'

/** How long a cart may keep what is set aside for it. */
export const HOLD_MS = 10 * 60_000

/** What a cart or an order wants set aside. */
export type Want = { variantId: string; quantity: number }

/**
 * Sets stock aside for a cart, in place of what it held before, until `expiresAt`. Takes what is there and answers
 * what is short. `held` says whether the cart may hold something already. Call it after the cart is locked.
 */
export async function holdStock(
  ctx: Pick<Context, 'ids'>,
  tx: Tx,
  shopId: number,
  hold: { cartId: string; wants: readonly Want[]; held: boolean; expiresAt: Date }
): Promise<{ variantId: string; left: number }[]> {
  if (hold.held) {
    await releaseHold(tx, shopId, { cartId: hold.cartId }, (freed) =>
      lockStock(tx, shopId, [...freed, ...hold.wants])
    )
  }
  const got = await takeStock(tx, shopId, hold.wants)
  await insertReservations(ctx, tx, shopId, hold, got)
  return shortOf(hold.wants, got)
}
