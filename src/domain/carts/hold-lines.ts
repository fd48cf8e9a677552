import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { holdStock, type Hold } from '#domain/stock/index.ts'
import { isOurs, sellsFreely } from './goods.ts'
import { readLines, type CartLine } from './lines.ts'

/** What a cart or order must have set aside: goods of ours that are counted. An open choice holds nothing yet. */
export const wantsOf = (lines: readonly CartLine[]) =>
  lines
    .filter((line) => line.live && line.tracked && !line.choiceOpen && isOurs(line))
    .map(({ variantId, quantity }) => ({ variantId, quantity }))

/** Holds the goods of a locked cart, as many as there are; `short` names only goods that cannot be sold without stock. */
export async function holdLines(
  ctx: Pick<Context, 'ids' | 'clock'>,
  tx: Tx,
  shopId: number,
  cartId: string,
  lines: readonly CartLine[]
): Promise<Hold> {
  const hold = await holdStock(ctx, tx, shopId, { cartId, wants: wantsOf(lines) })
  const free = new Set(lines.filter(sellsFreely).map(({ variantId }) => variantId))
  return { expiresAt: hold!.expiresAt, short: hold!.short.filter(({ variantId }) => !free.has(variantId)) }
}

/** After the lines changed: a cart that held its goods holds the new ones. */
export async function holdAgain(
  ctx: Pick<Context, 'ids' | 'clock'>,
  tx: Tx,
  shopId: number,
  cartId: string
): Promise<void> {
  const wants = wantsOf(await readLines(tx, shopId, cartId))
  await holdStock(ctx, tx, shopId, { cartId, wants, onlyIfHeld: true })
}
