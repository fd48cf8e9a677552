import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import type { Locale, Shop } from '#domain/shops/index.ts'

declare global {
  namespace App {
    interface Locals {
      ctx: Context
      shop: Shop
      actor: Actor
      locale: Locale
      /** The click id that came in the address, if any: attribution without cookies. */
      clickId: string | null
    }
    interface Error {
      message: string
      id?: string
    }
  }
}

export {}
