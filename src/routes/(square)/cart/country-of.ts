import type { RequestEvent } from '@sveltejs/kit'
import { listCountries } from '#domain/delivery/index.ts'
import { keptPrefill } from './kept-cart.ts'

/** Where goods are reckoned to go, until their buyer says: where a buy link said, if the shop sends there; else at home. */
export async function countryOf(event: Pick<RequestEvent, 'cookies' | 'locals'>): Promise<string> {
  const { ctx, shop, locale } = event.locals
  const { country } = keptPrefill(event)
  if (!country || country === shop.country) return shop.country
  const known = await listCountries(ctx, shop.id, locale)
  return known.some(({ code }) => code === country) ? country : shop.country
}
