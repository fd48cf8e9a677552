import type { Context } from '#context'
import { actorKey, type Actor } from '#domain/accounts/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { changeLevels, setLevels, type Levelled } from './set-levels.ts'
import type { MoveReason } from './moves.ts'

const MOST = 1_000_000

export type StockRefusal = 'invalid' | 'variant_unknown' | 'stock_promised'
type Place = { variantId: string; locationId?: string | null }

/** Someone counted: this many are there. Refused below what is already promised to carts and orders. */
export async function setStock(
  ctx: Context,
  actor: Actor,
  input: Place & { onHand: number }
): Promise<Outcome<{ change: number }, StockRefusal>> {
  if (!isCount(input.onHand) || !isPlace(input)) return refused('invalid')
  return level(ctx, actor, input, 'set', (tx, why) => setLevels(ctx, tx, actor.shopId, [input], why))
}

/** Goods came in. */
export async function receiveStock(
  ctx: Context,
  actor: Actor,
  input: Place & { quantity: number }
): Promise<Outcome<{ change: number }, StockRefusal>> {
  return changeStock(ctx, actor, { ...input, change: input.quantity, reason: 'received' })
}

/** Pieces came, went or broke, by hand. Refused where more is promised than would be left. */
export async function changeStock(
  ctx: Context,
  actor: Actor,
  input: Place & { change: number; reason: 'received' | 'returned' | 'damaged' }
): Promise<Outcome<{ change: number }, StockRefusal>> {
  if (!isCount(Math.abs(input.change)) || !isPlace(input)) return refused('invalid')
  if (input.change < 0 !== (input.reason === 'damaged')) return refused('invalid')
  return level(ctx, actor, input, input.reason, (tx, why) =>
    changeLevels(ctx, tx, actor.shopId, [input], why)
  )
}

const isCount = (n: number) => Number.isInteger(n) && n >= 0 && n <= MOST
const isPlace = ({ variantId, locationId }: Place) =>
  isUuid(variantId) && (locationId == null || isUuid(locationId))

async function level(
  ctx: Context,
  actor: Actor,
  place: Place,
  reason: MoveReason,
  work: (tx: Tx, why: { reason: MoveReason; actor: string | null }) => Promise<Levelled>
): Promise<Outcome<{ change: number }, StockRefusal>> {
  return write(ctx, actor.shopId, async (tx) => {
    const known = await findPlace(tx, actor.shopId, place)
    if (!known) return refused('variant_unknown')
    const { changes, kept } = await work(tx, { reason, actor: actorKey(actor) })
    if (kept[0]) return refused('stock_promised', { promised: kept[0].reserved })
    const change = changes[0]?.change ?? 0
    if (change !== 0) {
      const subject = { kind: 'product', id: known.productId } as const
      const payload = { variantId: place.variantId, reason }
      const entry = { kind: 'stock', actor: actorKey(actor), subject, quantity: change, payload } as const
      await append(ctx, tx, actor.shopId, [entry])
    }
    return done({ change })
  })
}

/** The variant's product, if both the variant and the place are this shop's. */
async function findPlace(tx: Tx, shopId: number, { variantId, locationId }: Place) {
  let query = tx
    .selectFrom('variants')
    .select('variants.product_id as productId')
    .where('variants.shop_id', '=', shopId)
    .where('variants.id', '=', variantId)
  if (locationId) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('locations')
          .select('locations.id')
          .where('locations.shop_id', '=', shopId)
          .where('locations.id', '=', locationId)
      )
    )
  }
  return query.executeTakeFirst()
}
