import type { Actor, Role } from '#domain/accounts/index.ts'
import { memberCard } from '#domain/members/index.ts'
import { countGoods } from '#domain/carts/index.ts'
import type { Context } from '#context'
import { keptCart } from './(square)/cart/kept-cart.ts'
import { openPaths } from './open-paths.ts'
import type { LayoutServerLoad } from './$types'

/** What every page knows: whose square this is, in which language, who is looking, and where they may go. */
export const load: LayoutServerLoad = async ({ locals, cookies }) => {
  const { ctx, shop, actor, locale, clickId } = locals
  if (!shop) return { shop: null, locale, clickId, me: null, cartCount: 0, open: [] as string[] }
  const { id, name, currency, timezone, isDemo, about, contactEmail } = shop
  const [me, cartCount] = await Promise.all([
    meOf(ctx, actor),
    countGoods(ctx, actor, keptCart({ cookies, locals }))
  ])
  return {
    shop: { id, name, currency, locale: shop.locale, timezone, isDemo, about, contactEmail },
    locale,
    clickId,
    me,
    cartCount,
    open: openPaths(actor)
  }
}

async function meOf(ctx: Context, actor: Actor): Promise<App.PageData['me']> {
  if (!actor.memberId) return null
  const card = await memberCard(ctx, actor.shopId, actor.memberId)
  return card ? { ...card, role: actor.role as Role } : null
}
