import type { Context } from '#context'
import type { Role } from '#domain/accounts/index.ts'
import { createAccount } from '#domain/auth/index.ts'
import { joinShop } from '#domain/members/index.ts'
import { signIn } from '#domain/signing-in/index.ts'
import { must } from './factories/posts.ts'

/** Someone new joins the shop and signs in as browsers do; answers their cookie. */
export async function enterAs(ctx: Context, shopId: number, role: Role): Promise<string> {
  const account = { email: `${role}@example.org`, name: `The ${role}`, password: 'quay-side-coffee-9' }
  const userId = await must(createAccount(ctx, { ...account, verified: true }))
  const shop = { id: shopId, name: 'Kauppatori', locale: 'en', isDemo: true }
  const visit = {
    shop,
    locale: 'en' as const,
    origin: 'http://127.0.0.1',
    secure: false,
    address: '127.0.0.1'
  }
  const { memberId } = await must(
    joinShop(ctx, visit, { userId, email: account.email }, { name: account.name })
  )
  await ctx.db
    .updateTable('members')
    .set({ role })
    .where('shop_id', '=', shopId)
    .where('id', '=', memberId)
    .execute()
  const { cookie } = await must(signIn(ctx, visit, account))
  return `${cookie.name}=${cookie.value}`
}
