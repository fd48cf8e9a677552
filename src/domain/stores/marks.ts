import type { Source } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'

/**
 * How a store is told where a cart came from: what its reader's own arrival said, else the network, campaign and post
 * that led to it as we know them.
 */
export async function marksOf(
  tx: Tx,
  shopId: number,
  source: Source,
  arrival: Readonly<Record<string, string>>
): Promise<Record<string, string>> {
  const [campaign, post] = [
    await slugOf(tx, 'campaigns', shopId, source.campaignId),
    await slugOf(tx, 'posts', shopId, source.postId)
  ]
  const fromNetwork = source.network && source.network !== 'square'
  return {
    ...(!arrival.utm_source && {
      utm_source: fromNetwork ? source.network! : 'torilla',
      utm_medium: fromNetwork ? 'social' : 'referral'
    }),
    ...(campaign && { utm_campaign: campaign }),
    ...(post && { utm_content: post }),
    ...arrival
  }
}

async function slugOf(
  tx: Tx,
  table: 'campaigns' | 'posts',
  shopId: number,
  id: string | null | undefined
): Promise<string | undefined> {
  if (!id) return undefined
  const found = await tx
    .selectFrom(table)
    .select('slug')
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found?.slug
}
