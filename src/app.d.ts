import type { Context } from '#context'
import type { Actor, Role } from '#domain/accounts/index.ts'
import type { PictureView } from '#domain/pictures/index.ts'
import type { Locale, Shop } from '#domain/shops/index.ts'
import type { RightNow } from '#domain/trends/index.ts'
import type { PageAbout } from './routes/head/page-about.ts'
import type { CardBytes } from '#ui/kept-post.ts'

declare global {
  namespace App {
    interface Locals {
      ctx: Context
      shop: Shop
      actor: Actor
      locale: Locale
      /** Whether the browser reached us over https, past the proxies that we trust. */
      isSecure: boolean
      /** The click id that came in the address, if any: attribution without cookies. */
      clickId: string | null
      /** What a page answers with when it is not 200: a dead link's page says so to machines too. */
      status?: number
      /** What this page says of itself to other programs. */
      about?: PageAbout
      /** Addresses of other stores that a form of this page may lead to. */
      leavesFor?: readonly string[]
      /** Cards of this page that are kept as bytes. */
      cards: CardBytes
    }
    /** What the root layout gives every page; `shop` is null only while there is none, on the set-up page. */
    interface PageData {
      shop: Pick<
        Shop,
        'id' | 'name' | 'currency' | 'locale' | 'timezone' | 'isDemo' | 'about' | 'contactEmail'
      > | null
      locale: Locale
      clickId: string | null
      me: { id: string; name: string; handle: string; role: Role; avatar: PictureView | null } | null
      cartCount: number
      /** Where a page of kept cards hands in their bytes. */
      cards?: CardBytes
      /** Paths this reader may open: what menus may name. */
      open: string[]
      /** A page of the square that wants the whole width (product, cart, checkout) returns 'wide' from its load. */
      frame?: 'rails' | 'wide'
      /** Fills the right rail beside a page with rails. */
      rightNow?: RightNow
    }
    interface Error {
      message: string
      id?: string
    }
  }
}

export {}
