import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { applyChanges } from './change.ts'
import { lockStock } from './locks.ts'
import { giveBack } from './release-hold.ts'
import { insertReservations, takeReservations } from './reservations.ts'
import { shortOf, takeStock } from './take-stock.ts'

/** How long a cart may keep what is set aside for it. */
export const HOLD_MS = 10 * 60_000

/** What a cart or an order wants set aside. */
export type Want = { variantId: string; quantity: number }

/** When the hold ends, and what there was too little of. */
export type Hold = { expiresAt: Date; short: { variantId: string; left: number }[] }

/**
 * Sets stock aside for a cart, in place of what it held before. Takes what is there and answers what is short. A hold
 * that still runs keeps its end, so that nobody keeps goods from others by asking again. With `onlyIfHeld`, a cart
 * that holds nothing is left alone. Call it after the cart is locked.
 */
export async function holdStock(
  ctx: Pick<Context, 'ids' | 'clock'>,
  tx: Tx,
  shopId: number,
  hold: { cartId: string; wants: readonly Want[]; onlyIfHeld?: boolean }
): Promise<Hold | undefined> {
  const before = await takeReservations(tx, shopId, { cartId: hold.cartId })
  if (hold.onlyIfHeld && before.length === 0) return undefined
  if (before.length) {
    await lockStock(tx, shopId, [...before, ...hold.wants])
    await applyChanges(tx, shopId, before.map(giveBack))
  }
  return take(ctx, tx, shopId, hold, endOf(ctx, before))
}

/** The same for a cart that cannot hold anything yet, because it was opened in this transaction. */
export const holdFirst = (
  ctx: Pick<Context, 'ids' | 'clock'>,
  tx: Tx,
  shopId: number,
  hold: { cartId: string; wants: readonly Want[] }
): Promise<Hold> => take(ctx, tx, shopId, hold, endOf(ctx, []))

async function take(
  ctx: Pick<Context, 'ids' | 'clock'>,
  tx: Tx,
  shopId: number,
  { cartId, wants }: { cartId: string; wants: readonly Want[] },
  expiresAt: Date
): Promise<Hold> {
  const got = await takeStock(tx, shopId, wants)
  await insertReservations(ctx, tx, shopId, { cartId, expiresAt }, got)
  return { expiresAt, short: shortOf(wants, got) }
}

function endOf({ clock }: Pick<Context, 'clock'>, before: readonly { expiresAt: Date | null }[]): Date {
  const now = clock.now()
  const ends = before.flatMap(({ expiresAt }) => (expiresAt && expiresAt > now ? [expiresAt.getTime()] : []))
  return new Date(ends.length ? Math.min(...ends) : now.getTime() + HOLD_MS)
}
