import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Puts a campaign away, or takes it out again. Its posts and results stay as they are; new posts cannot choose it. */
export async function archiveCampaign(
  ctx: Context,
  actor: Actor,
  { campaignId, archived }: { campaignId: string; archived: boolean }
): Promise<Outcome<null, 'campaign_not_found'>> {
  return write(ctx, actor.shopId, async (tx) => {
    const changed = await tx
      .updateTable('campaigns')
      .set({ archived_at: archived ? ctx.clock.now() : null })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', campaignId)
      .executeTakeFirst()
    return changed.numUpdatedRows ? done(null) : refused('campaign_not_found')
  })
}
