import type { Context } from '#context'
import { seedDelivery } from '#domain/delivery/index.ts'
import { openShop } from '#domain/shops/index.ts'

/** Opens a shop in Helsinki that sells in euros, on a host of its own. */
export async function openTestShop(ctx: Context): Promise<number> {
  const host = `${ctx.ids.code(10)}.example.org`
  return ctx.db.transaction().execute(async (tx) => {
    const shopId = await openShop(ctx, tx, {
      name: 'Kauppatori',
      currency: 'EUR',
      country: 'FI',
      locale: 'en',
      timezone: 'Europe/Helsinki',
      hosts: [host]
    })
    await seedDelivery(ctx, tx, shopId, 'FI')
    return shopId
  })
}
