import type { Context } from '#context'
import { canMail } from '#domain/notifications/index.ts'
import { originOf, pathIn, type Locale, type Shop } from '#domain/shops/index.ts'
import { authAt, type Auth } from './auth.ts'

/** Where someone stands who may not be signed in yet: at which shop, reached how, from which address. */
export type Visit = {
  shop: Pick<Shop, 'id' | 'name' | 'locale' | 'isDemo'>
  locale: Locale
  /** The origin the request came to; links in letters use the shop's own host when it has one. */
  origin: string
  secure: boolean
  address: string
  /** Where they were going, as the address says it: a letter passes it on, and only nextPath leads there. */
  next?: string
}

/** better-auth as this visit needs it. */
export const authFor = (ctx: Context, { shop }: Visit): Promise<Auth> =>
  authAt(ctx, { shopId: shop.id, confirms: canMail(ctx, shop) })

/** A full address of a page of the shop, in the visitor's language, for a letter. */
export async function linkTo(ctx: Context, { shop, locale, origin }: Visit, path: string): Promise<string> {
  return (await originOf(ctx, shop.id, origin)) + pathIn(locale, shop, path)
}
