import type { Context } from '#context'
import { actorKey, isStaff, type Actor } from '#domain/accounts/index.ts'
import { recordTouch } from '#domain/attribution/index.ts'
import { takeInLink, type Reporter } from '#domain/intake/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { findFollowable, type Followable } from './find-followable.ts'
import { withQuery } from './own-path.ts'

/** How a link was asked for. What only looks ahead (a prefetch, a HEAD, too many at once) is led on and not counted. */
export type Visit = { userAgent: string; lookingAhead: boolean }

export type Followed = { path: string; clickId: string | null }
export type FollowRefusal = 'link_not_found' | 'link_gone'

/**
 * Leads from a link to where it points. People are counted once an hour and get a click id for the address; bots,
 * staff and the member whose own link it is are led on and not counted. A dead link is gone, never a redirect.
 */
export async function followLink(
  ctx: Context,
  actor: Actor,
  code: string,
  visit: Visit
): Promise<Outcome<Followed, FollowRefusal>> {
  const link = await findFollowable(ctx, actor.shopId, code)
  if (!link) return refused('link_not_found')
  const over = link.disabledAt ?? (link.expiresAt && link.expiresAt <= ctx.clock.now())
  if (over || link.path === null) return refused('link_gone')
  const own = link.memberId !== null && link.memberId === actor.memberId
  const clickId = visit.lookingAhead || own ? null : await count(ctx, actor, link, visit.userAgent)
  return done({ path: clickId ? withQuery(link.path, { tclid: clickId }) : link.path, clickId })
}

/** Counting may fail (the queue is full, the database is away); the visitor is led on all the same. */
async function count(
  ctx: Context,
  actor: Actor,
  link: Followable,
  userAgent: string
): Promise<string | null> {
  const reporter: Reporter = {
    shopId: actor.shopId,
    actor: actorKey(actor),
    staff: isStaff(actor),
    userAgent,
    network: link.network
  }
  try {
    const sharer = link.kind === 'share' ? link.memberId : null
    if (!(await takeInLink(ctx, reporter, { ...link, sharer }))) return null
    const { postId, productId, campaignId, network, code } = link
    return await recordTouch(ctx, ctx.db, actor, { postId, productId, campaignId, network, linkCode: code })
  } catch (error) {
    ctx.log.warn({ error, code: link.code }, 'a followed link was not counted')
    return null
  }
}
