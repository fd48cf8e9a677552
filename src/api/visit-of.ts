import type { Visit } from '#domain/auth/index.ts'
import { protocolOf } from '#platform/http/index.ts'
import type { AnyAsk } from './operation.ts'

/** Where whoever asks stands, for commands that write letters or look at a session. */
export function visitOf({ c, ctx, shop, locale }: AnyAsk): Visit {
  const protocol = protocolOf(ctx.config, c.req.raw.headers)
  const origin = `${protocol}://${c.req.header('host')}`
  return { shop, locale, origin, secure: protocol === 'https', address: c.var.address }
}
