import type { Context } from '#context'
import { listStock } from '#domain/stock/index.ts'
import { rush as rushFor } from '#test/checkout.ts'
import { factories } from '#test/factories/index.ts'
import type { Figures } from './figures.ts'
import { onPostgres } from './tools/stand.ts'

const ROUNDS = 20
const BUYERS = 200
const PIECES = 50

/** Everybody wants the same thing at the same moment; counted afterwards in orders and in stock, not in answers. */
export const rush = (): Promise<Figures> =>
  onPostgres(({ inside }) =>
    inside(async (ctx) => {
      const given = await factories(ctx)
      const figures = { sold: 0, oversold: 0, lost: 0, slowestRoundMs: 0 }
      for (let round = 0; round < ROUNDS; round++) {
        const { variantId } = await given.product({ stock: PIECES })
        const from = performance.now()
        await rushFor(ctx, given.shopId, { buyers: BUYERS, variantId })
        figures.slowestRoundMs = Math.max(figures.slowestRoundMs, Math.round(performance.now() - from))
        const sold = await piecesOrdered(ctx, given.shopId, variantId)
        const left = await piecesLeft(ctx, given.shopId, variantId)
        figures.sold += sold
        figures.oversold += Math.max(0, sold + left - PIECES)
        figures.lost += Math.max(0, PIECES - sold - left)
      }
      return figures
    })
  )

async function piecesOrdered({ db }: Context, shopId: number, variantId: string): Promise<number> {
  const { pieces } = await db
    .selectFrom('order_lines as l')
    .innerJoin('orders as o', (join) =>
      join.onRef('o.shop_id', '=', 'l.shop_id').onRef('o.id', '=', 'l.order_id')
    )
    .select((eb) => eb.fn.sum<number | null>('l.quantity').as('pieces'))
    .where('l.shop_id', '=', shopId)
    .where('l.variant_id', '=', variantId)
    .where('o.state', '=', 'placed')
    .executeTakeFirstOrThrow()
  return pieces ?? 0
}

/** What could still be bought: sold pieces stay on the shelf, allocated, until they are sent. */
const piecesLeft = async (ctx: Context, shopId: number, variantId: string): Promise<number> =>
  (await listStock(ctx, shopId, [variantId])).reduce(
    (sum, { onHand, reserved }) => sum + onHand - reserved,
    0
  )
