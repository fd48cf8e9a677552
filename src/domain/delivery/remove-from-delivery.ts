import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

type Remove = (ctx: Context, actor: Actor, input: { id: string }) => Promise<Outcome<null, 'not_found'>>

const removeFrom =
  (table: 'shipping_zones' | 'shipping_rates'): Remove =>
  async (ctx, actor, { id }) => {
    if (!isUuid(id)) return refused('not_found')
    return write(ctx, actor.shopId, async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom(table)
        .where('shop_id', '=', actor.shopId)
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows ? done(null) : refused('not_found')
    })
  }

/** Takes a zone away with its rates: nothing is sent there any more. Orders keep what was agreed. */
export const removeZone = removeFrom('shipping_zones')

/** Takes a way of delivery away. */
export const removeRate = removeFrom('shipping_rates')
