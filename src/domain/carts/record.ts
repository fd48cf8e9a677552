import type { Context } from '#context'
import { actorKey, isStaff, type Actor } from '#domain/accounts/index.ts'
import { sourceOfClick } from '#domain/attribution/index.ts'
import { writeSoon } from '#domain/intake/index.ts'
import type { Entry } from '#domain/ledger/index.ts'

type Led = { clickId?: string | null; postId?: string | null; hold?: boolean }

/**
 * Tells the ledger what went into a cart, once a thing, and that its goods were taken to the till. Written after the
 * cart's own commit and together with whatever else comes at this moment: in a rush the ledger's counter is taken
 * once for many carts. A cart that the ledger has no room for now is a cart all the same.
 */
export async function recordCart(
  ctx: Context,
  actor: Actor,
  cartId: string,
  picked: readonly { variantId: string; productId: string }[],
  { clickId, postId, hold }: Led
): Promise<void> {
  if (isStaff(actor)) return
  const source = await sourceOfClick(ctx.db, actor.shopId, clickId)
  const about = {
    actor: actorKey(actor),
    subject: { kind: 'cart', id: cartId },
    payload: { cartId }
  } as const
  const entries = picked.map(({ productId, variantId }): Entry => ({
    ...{ kind: 'cart', ...about, dedupeKey: `cart:${cartId}:${variantId}` },
    source: { ...source, postId: postId ?? source.postId, productId }
  }))
  if (hold) entries.push({ kind: 'checkout', ...about, source, dedupeKey: `checkout:${cartId}` })
  try {
    await writeSoon(ctx, actor.shopId, entries)
  } catch (error) {
    ctx.log.warn({ cartId, error: String(error) }, 'cart not counted')
  }
}
