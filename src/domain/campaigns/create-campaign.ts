import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { slugOf } from '#platform/slug.ts'
import { campaignInput, type CampaignInput } from './schema.ts'

/** Opens a campaign: what several posts are for. Its address is made from its name, and stays. Answers its id. */
export async function createCampaign(
  ctx: Context,
  actor: Actor,
  input: CampaignInput
): Promise<Outcome<string, 'invalid'>> {
  const parsed = campaignInput.safeParse(input)
  if (!parsed.success) return refused('invalid', { field: String(parsed.error.issues[0]?.path[0] ?? '') })
  const { name, hashtag, startsAt, endsAt } = parsed.data
  const id = ctx.ids.next()
  const slug = [slugOf(name), ctx.ids.code(4)].filter(Boolean).join('-')
  return write(ctx, actor.shopId, async (tx) => {
    await tx
      .insertInto('campaigns')
      .values({
        ...{ shop_id: actor.shopId, id, name, slug, hashtag },
        ...{ starts_at: startsAt, ends_at: endsAt, created_at: ctx.clock.now() }
      })
      .execute()
    return done(id)
  })
}
