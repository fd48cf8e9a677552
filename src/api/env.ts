import type { HttpBindings } from '@hono/node-server'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import type { Locale, Shop } from '#domain/shops/index.ts'

/** What every handler finds in c.var (see frame.ts), and in c.env what the server hands over. */
export type ApiEnv = {
  Variables: {
    ctx: Context
    shop: Shop
    actor: Actor
    locale: Locale
    address: string
    state?: number | string | undefined
  }
  Bindings: HttpBindings & { page?: ShowPage }
}

/** Lets a page answer instead, at this path; the address in the browser stays. */
export type ShowPage = (path: string) => Response
