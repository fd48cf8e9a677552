import { sql } from 'kysely'
import type { Context } from '#context'
import type { Db, Tx } from '#platform/database/index.ts'

export type CouponKind = 'percent' | 'amount' | 'free_shipping'

export type Coupon = {
  id: string
  code: string
  kind: CouponKind
  /** Whole percent, or minor units. */
  value: number
  minGoods: number
  startsAt: Date | null
  endsAt: Date | null
  maxUses: number | null
  used: number
  oncePerEmail: boolean
  disabledAt: Date | null
}

/** The coupon with this code, whatever its state; the code may be written in any case. */
export async function findCoupon(db: Db | Tx, shopId: number, code: string): Promise<Coupon | undefined> {
  const row = await select(db, shopId)
    .where(sql<string>`upper(code)`, '=', code.trim().toUpperCase())
    .executeTakeFirst()
  return row as Coupon | undefined
}

/** The coupon with this id, whatever its state. */
export async function findCouponById(db: Db | Tx, shopId: number, id: string): Promise<Coupon | undefined> {
  return (await select(db, shopId).where('id', '=', id).executeTakeFirst()) as Coupon | undefined
}

export type CouponListed = Coupon & { campaignId: string | null; createdAt: Date }

const PAGE = 50

/** Coupons, newest first; `before` is the id of the last one seen. */
export async function listCoupons(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  { before, limit = PAGE }: { before?: string | null; limit?: number } = {}
): Promise<{ coupons: CouponListed[]; next: string | null }> {
  let query = select(ctx.db, shopId)
    .select(['campaign_id as campaignId', 'created_at as createdAt'])
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (before) query = query.where('id', '<', before)
  const coupons = (await query.execute()) as CouponListed[]
  const more = coupons.length > limit
  return { coupons: coupons.slice(0, limit), next: more ? coupons[limit - 1]!.id : null }
}

const select = (db: Db | Tx, shopId: number) =>
  db
    .selectFrom('coupons')
    .select([
      'id',
      'code',
      'kind',
      'value',
      'min_goods as minGoods',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'max_uses as maxUses',
      'used',
      'once_per_email as oncePerEmail',
      'disabled_at as disabledAt'
    ])
    .where('shop_id', '=', shopId)
