import type { Context } from '#context'
import { identify, type Actor } from '#domain/accounts/index.ts'
import { takeIn, type Interaction } from '#domain/intake/index.ts'
import { followLink } from '#domain/links/index.ts'
import { must } from '../story/must.ts'
import type { Market } from './market.ts'
import type { PasserBy } from './passers-by.ts'

/** Somebody on the square: who they are to the shop, and by which click they came, if by any. */
export type Guest = { actor: Actor; clickId: string | null; who: PasserBy; network: string | null }

/** A way in: a short link, or somebody's own; its code is known once it was made. */
export type Door = { code?: string; network?: string }

/** Somebody comes in, by a link or just so. The shop knows them as it knows every browser: by the key of the day. */
export async function enter(
  { shop }: Market,
  ctx: Context,
  who: PasserBy,
  door: Door | undefined,
  member?: Actor
): Promise<Guest> {
  const headers = new Headers({ 'user-agent': who.agent })
  const actor = member ?? (await identify(ctx, shop.id, headers, who.address))
  if (!door?.code) return { actor, clickId: null, who, network: null }
  const visit = { userAgent: who.agent, lookingAhead: false }
  const { clickId } = await must(followLink(ctx, actor, door.code, visit))
  return { actor, clickId, who, network: clickId ? (door.network ?? null) : null }
}

/** What their browser reports: seen and tapped. */
export const report = (ctx: Context, guest: Guest, interactions: readonly Interaction[]): Promise<number> =>
  takeIn(
    ctx,
    {
      ...{ shopId: guest.actor.shopId, actor: guest.actor.memberId ?? guest.actor.visitor, staff: false },
      ...{ userAgent: guest.who.agent, network: guest.network }
    },
    interactions
  )
