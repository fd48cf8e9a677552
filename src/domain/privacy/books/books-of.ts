import type { Context } from '#context'
import { getShop } from '#domain/shops/index.ts'
import { instantOf, localOf } from '#platform/local-time.ts'
import { booksLaw } from './books-law.ts'

/** What a shop's books need: for how many years, and whether name and address are part of them. */
export type Books = {
  years: number
  buyer: boolean
  /** The law's own, where the shop did not say otherwise. */
  law: { country: string; years: number; buyer: boolean; source: string }
  /** Orders placed before this moment are past the time of the books. */
  before: Date
}

export async function booksOf(ctx: Pick<Context, 'db' | 'clock'>, shopId: number): Promise<Books> {
  const shop = await getShop(ctx, shopId)
  const said = await ctx.db
    .selectFrom('privacy_settings')
    .select(['books_years', 'books_buyer'])
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  const today = localOf(ctx.clock.now(), shop.timezone)
  const { years, buyer, source } = booksLaw(shop.country, today.slice(0, 10))
  const kept = said?.books_years ?? years
  const first = `${Number(today.slice(0, 4)) - kept}-01-01T00:00`
  return {
    ...{ years: kept, buyer: said?.books_buyer ?? buyer },
    law: { country: shop.country, years, buyer, source },
    before: instantOf(first, shop.timezone)!
  }
}
