import type { Actor } from '#domain/accounts/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { cartsOf, cartsOfMember, type Cart } from './find-cart.ts'

/** Locks the cart behind a key until the commit. A cart is always the first thing a transaction locks. */
export async function lockCart(tx: Tx, actor: Actor, token: string): Promise<Cart | undefined> {
  return (await cartsOf(tx, actor, token).forUpdate().executeTakeFirst()) as Cart | undefined
}

/** Locks the cart someone is filling: behind the kept key, or else the member's own. */
export async function lockCurrentCart(tx: Tx, actor: Actor, token: string | null): Promise<Cart | undefined> {
  const kept = token ? await lockCart(tx, actor, token) : undefined
  if (kept && (kept.state === 'open' || kept.state === 'paying')) return kept
  if (!actor.memberId) return undefined
  return (await cartsOfMember(tx, actor).forUpdate().executeTakeFirst()) as Cart | undefined
}
