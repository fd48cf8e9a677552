import { openPaths } from './open-paths.ts'
import type { LayoutServerLoad } from './$types'

/** What every page knows: whose square this is, in which language, who is looking, and where they may go. */
export const load: LayoutServerLoad = async ({ locals }) => {
  const { shop, actor, locale, clickId } = locals
  if (!shop) return { shop: null, locale, clickId, me: null, cartCount: 0, open: [] }
  const { id, name, currency, timezone, isDemo } = shop
  return {
    shop: { id, name, currency, locale: shop.locale, timezone, isDemo },
    locale,
    clickId,
    me: null,
    cartCount: 0,
    open: openPaths(actor)
  }
}
