import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import type { Db, Tx } from '#platform/database/index.ts'
import { hashSecret, isUuid } from '#platform/ids.ts'

export type Cart = {
  id: string
  state: 'open' | 'paying' | 'ordered' | 'abandoned'
  memberId: string | null
  country: string
  locale: string
  couponCode: string | null
  email: string | null
  shipTo: Record<string, string> | null
  rateId: string | null
  clickId: string | null
}

/** Carts this actor may open with this key: a secret opens its cart, an id only the member's own. */
export function cartsOf(db: Db | Tx, actor: Actor, token: string) {
  const query = selectCarts(db, actor.shopId)
  if (isUuid(token)) return query.where('id', '=', token).where('member_id', '=', actor.memberId)
  const found = query.where('token_hash', '=', hashSecret(token))
  if (!actor.memberId) return found
  return found.where((eb) => eb.or([eb('member_id', 'is', null), eb('member_id', '=', actor.memberId)]))
}

/** The cart this member fills now, wherever it was begun. */
export const cartsOfMember = (db: Db | Tx, actor: Actor) =>
  selectCarts(db, actor.shopId)
    .where('member_id', '=', actor.memberId)
    .where('state', 'in', ['open', 'paying'])

const selectCarts = (db: Db | Tx, shopId: number) =>
  db
    .selectFrom('carts')
    .select([
      'id',
      'state',
      'member_id as memberId',
      'country',
      'locale',
      'coupon_code as couponCode',
      'email',
      'ship_to as shipTo',
      'shipping_rate_id as rateId',
      'click_id as clickId'
    ])
    .where('shop_id', '=', shopId)

/** The cart behind a key, in whatever state; another member's is not found. */
export async function findCart(
  ctx: Pick<Context, 'db'>,
  actor: Actor,
  token: string
): Promise<Cart | undefined> {
  return (await cartsOf(ctx.db, actor, token).executeTakeFirst()) as Cart | undefined
}

/** The cart someone is filling: behind the key their browser kept, or else the member's own. */
export async function findCurrentCart(
  ctx: Pick<Context, 'db'>,
  actor: Actor,
  token: string | null
): Promise<Cart | undefined> {
  const kept = token ? await findCart(ctx, actor, token) : undefined
  if (kept && (kept.state === 'open' || kept.state === 'paying')) return kept
  if (!actor.memberId) return undefined
  return (await cartsOfMember(ctx.db, actor).executeTakeFirst()) as Cart | undefined
}

/** How many pieces are in someone's cart, for the number on the basket. One statement, none for a newcomer. */
export async function countGoods(
  ctx: Pick<Context, 'db'>,
  actor: Actor,
  token: string | null
): Promise<number> {
  const { shopId, memberId } = actor
  if (!token && !memberId) return 0
  const { rows } = await sql<{ n: number }>`
    select coalesce(sum(l.quantity), 0)::int as n from cart_lines l
    where l.shop_id = ${shopId} and l.cart_id = (
      select c.id from carts c
      where c.shop_id = ${shopId} and c.state in ('open', 'paying') and (
        (c.token_hash = ${token && hashSecret(token)} and (c.member_id is null or ${memberId}::uuid is null
          or c.member_id = ${memberId})) or c.member_id = ${memberId})
      order by (c.token_hash = ${token && hashSecret(token)}) desc nulls last limit 1)`.execute(ctx.db)
  return rows[0]?.n ?? 0
}
