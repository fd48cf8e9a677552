import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { campaignInput, type CampaignInput } from './schema.ts'

export type ChangeCampaignRefusal = 'invalid' | 'campaign_not_found'

/** Gives a campaign another name, hashtag or dates. */
export async function changeCampaign(
  ctx: Context,
  actor: Actor,
  { campaignId, ...input }: CampaignInput & { campaignId: string }
): Promise<Outcome<null, ChangeCampaignRefusal>> {
  const parsed = campaignInput.safeParse(input)
  if (!parsed.success) return refused('invalid', { field: String(parsed.error.issues[0]?.path[0] ?? '') })
  const { name, hashtag, startsAt, endsAt } = parsed.data
  return write(ctx, actor.shopId, async (tx) => {
    const changed = await tx
      .updateTable('campaigns')
      .set({ name, hashtag, starts_at: startsAt, ends_at: endsAt })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', campaignId)
      .executeTakeFirst()
    return changed.numUpdatedRows ? done(null) : refused('campaign_not_found')
  })
}
