import type { Context } from '#context'
import type { Actor, Role } from '#domain/accounts/index.ts'
import type { Visit } from '#domain/auth/index.ts'
import { getShop } from '#domain/shops/index.ts'
import type { Counter } from './index.ts'

export function accountFactories(ctx: Context, shopId: number, n: Counter) {
  /** A member of the shop, as an actor; `role` makes them staff. */
  async function member(options: { role?: Role; name?: string; email?: string } = {}): Promise<Actor> {
    const i = n()
    const id = ctx.ids.next()
    const name = options.name ?? `Ana ${i}`
    const email = options.email ?? `ana${i}@example.org`
    const role = options.role ?? 'member'
    const row = { shop_id: shopId, id, user_id: `user-${id}`, name, handle: `ana${i}`, email, role }
    await ctx.db
      .insertInto('members')
      .values({ ...row, joined_at: ctx.clock.now() })
      .execute()
    return { shopId, role, memberId: id, visitor: null }
  }
  /** Someone without an account, told apart by a visitor key. */
  const guest = (): Actor => ({ shopId, role: 'guest', memberId: null, visitor: `v${n()}` })
  /** Someone at the shop's door, not signed in. */
  const visit = async (options: Partial<Visit> = {}): Promise<Visit> => ({
    shop: await getShop(ctx, shopId),
    locale: 'en',
    origin: 'https://market.example.org',
    secure: false,
    address: `198.51.100.${n() % 250}`,
    ...options
  })
  return { member, guest, visit, owner: () => member({ role: 'owner', name: 'Olga Owner' }) }
}
