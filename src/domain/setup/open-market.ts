import type { Context } from '#context'
import { seedDelivery } from '#domain/delivery/index.ts'
import { openShop, type OpenShopInput } from '#domain/shops/index.ts'
import type { Tx } from '#platform/database/index.ts'

/** Opens a shop that can sell at once: its row and hosts, and the taxes and shipping of its country. Answers its id. */
export async function openMarket(ctx: Context, tx: Tx, input: OpenShopInput): Promise<number> {
  const shopId = await openShop(ctx, tx, input)
  await seedDelivery(ctx, tx, shopId, input.country)
  return shopId
}
