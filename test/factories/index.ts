import type { Context } from '#context'
import { accountFactories } from './accounts.ts'
import { openTestShop } from './shops.ts'

/** Everything a test may be given, in a shop of its own. */
export async function factories(ctx: Context) {
  const shopId = await openTestShop(ctx)
  const n = counter()
  return { shopId, ...accountFactories(ctx, shopId, n) }
}

export type Counter = () => number

function counter(): Counter {
  let n = 0
  return () => ++n
}
