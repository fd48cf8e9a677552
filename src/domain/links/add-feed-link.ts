import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Network } from './networks.ts'

const TELLS_OF: Record<string, Network> = { google: 'google', meta: 'facebook', pinterest: 'pinterest' }
const TRIES = 5

/** The link under which a feed's visitors are counted. Its code rides on the feed's product addresses (see arrive.ts). */
export async function addFeedLink(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  { shopId, memberId }: Actor,
  { network, label }: { network: string; label: string }
): Promise<string> {
  for (let i = 0; i < TRIES; i++) {
    const made = await tx
      .insertInto('links')
      .values({
        ...{ shop_id: shopId, code: ctx.ids.code(7), kind: 'short', label, target: '/products' },
        ...{ network: TELLS_OF[network] ?? 'other', created_by: memberId, created_at: ctx.clock.now() }
      })
      .onConflict((c) => c.doNothing())
      .returning('code')
      .executeTakeFirst()
    if (made) return made.code
  }
  throw new Error('no free code was found')
}
