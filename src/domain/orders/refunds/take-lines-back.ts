import type { Context } from '#context'
import { dropStock, freeStock, returnStock, type Amounts } from '#domain/stock/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { outstanding, stepLines, type Pieces } from '../lines.ts'

/**
 * Pieces that were paid back: those not yet sent will not be, the others came back. Stock that can be sold again is
 * free again or back on its shelf; the rest is gone.
 */
export async function takeLinesBack(
  ctx: Pick<Context, 'ids' | 'clock'>,
  tx: Tx,
  shopId: number,
  who: { orderId: string; actor: string | null },
  lines: Pieces,
  restock: boolean
): Promise<void> {
  const steps = lines.map(({ line, quantity }) => {
    const cancelled = Math.min(quantity, outstanding(line))
    return { lineId: line.id, variantId: line.variantId, fulfilled: 0, refunded: quantity, cancelled }
  })
  await stepLines(tx, shopId, who.orderId, steps)
  const unsent = amounts(steps, (step) => step.cancelled)
  if (!restock) return dropStock(ctx, tx, shopId, who, unsent)
  await freeStock(tx, shopId, who.orderId, unsent)
  await returnStock(
    ctx,
    tx,
    shopId,
    who,
    amounts(steps, (step) => step.refunded - step.cancelled)
  )
}

function amounts<T extends { variantId: string }>(steps: readonly T[], of: (step: T) => number): Amounts {
  return steps
    .map((step) => ({ variantId: step.variantId, quantity: of(step) }))
    .filter(({ quantity }) => quantity > 0)
}
