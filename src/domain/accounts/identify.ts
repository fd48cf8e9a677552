import type { Context } from '#context'
import type { Actor } from './actor.ts'

/** Who sends this request to this shop: a member by session cookie, or a guest with the day's visitor key. */
export async function identify(
  _ctx: Context,
  shopId: number,
  _headers: Headers,
  _address: string
): Promise<Actor> {
  return { shopId, role: 'guest', memberId: null, visitor: null }
}
