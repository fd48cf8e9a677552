import { sql } from 'kysely'
import type { Context } from '#context'
import { buy } from '#test/checkout.ts'
import { factories } from '#test/factories/index.ts'
import type { Figures } from './figures.ts'
import { onPostgres } from './tools/stand.ts'

const PRODUCTS = 20
const MS = 3_000
const WARM_MS = 1_000

/** Whole checkouts, from an empty cart to an order paid with the test card, by so many buyers at once. */
export const checkout = (): Promise<Figures> =>
  onPostgres(({ inside }) =>
    inside(async (ctx) => {
      const given = await factories(ctx)
      const goods = await Promise.all(
        Array.from({ length: PRODUCTS }, () => given.product({ stock: 100_000 }))
      )
      const variants = goods.map(({ variantId }) => variantId)
      const sell = (buyers: number, ms: number) => ordersPerSecond(ctx, given.guest, variants, { buyers, ms })
      await sell(8, WARM_MS)
      await sql`analyze`.execute(ctx.db) // as PostgreSQL does by itself, seconds after a shop's first orders
      return {
        ordersPerSecond1: await sell(1, MS),
        ordersPerSecond8: await sell(8, MS),
        ordersPerSecond32: await sell(32, MS)
      }
    })
  )

type Guest = Awaited<ReturnType<typeof factories>>['guest']

async function ordersPerSecond(
  ctx: Context,
  guest: Guest,
  variants: string[],
  { buyers, ms }: { buyers: number; ms: number }
): Promise<number> {
  const from = performance.now()
  let orders = 0
  const shop = async (buyer: number) => {
    for (let n = buyer; performance.now() - from < ms; n++) {
      const item = { variantId: variants[n % variants.length]!, quantity: 1 }
      const outcome = await buy(ctx, guest(), [item])
      if (outcome !== 'placed') throw new Error(`an order came out as ${outcome}`)
      orders++
    }
  }
  await Promise.all(Array.from({ length: buyers }, (_, buyer) => shop(buyer)))
  return Math.round((orders / (performance.now() - from)) * 1_000)
}
