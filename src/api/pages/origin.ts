import type { Context } from 'hono'
import { protocolOf } from '#platform/http/index.ts'
import type { ApiEnv } from '../env.ts'

/** Where this request reached us: what every address in the answer begins with. */
export const originHere = (c: Context<ApiEnv>): string =>
  `${protocolOf(c.var.ctx.config, c.req.raw.headers)}://${c.req.header('host') ?? ''}`
