import type { Context } from 'hono'
import { neighbourhoodOf } from '#platform/http/index.ts'
import type { ApiEnv } from './env.ts'

/** Whom a request counts for: its key, its member, or for a guest the browser of the day. */
export function actorName(c: Context<ApiEnv>): string {
  const { actor } = c.var
  return actor.key
    ? `key:${actor.key.id}`
    : `${actor.memberId ? 'member' : 'visitor'}:${actor.memberId ?? actor.visitor}`
}

/** The same for limits: a guest counts by the address, as a name of a browser is easily changed. */
export const limitedName = (c: Context<ApiEnv>): string =>
  c.var.actor.memberId ? actorName(c) : `from:${neighbourhoodOf(c.var.address)}`
