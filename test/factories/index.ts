import type { Context } from '#context'
import { accountFactories } from './accounts.ts'
import { cartFactories } from './carts.ts'
import { catalogFactories } from './catalog.ts'
import { journeyFactories } from './journeys.ts'
import { postFactories } from './posts.ts'
import { orderFactories } from './orders.ts'
import { openTestShop } from './shops.ts'
import { storeFactories } from './stores.ts'

/** Everything a test may be given, in a shop of its own. */
export async function factories(ctx: Context) {
  const shopId = await openTestShop(ctx)
  const n = counter()
  const accounts = accountFactories(ctx, shopId, n)
  const carts = cartFactories(ctx, shopId)
  return {
    shopId,
    ...accounts,
    ...catalogFactories(ctx, shopId, n),
    ...carts,
    ...orderFactories(ctx, carts),
    ...journeyFactories(ctx, shopId, accounts.owner),
    ...postFactories(ctx, n, accounts.owner),
    ...storeFactories(ctx, shopId, n)
  }
}

export type Counter = () => number

function counter(): Counter {
  let n = 0
  return () => ++n
}
