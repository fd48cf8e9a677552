import { z } from '@hono/zod-openapi'
import { createCoupon, enableCoupon, findCoupon, findCouponById, listCoupons } from '#domain/coupons/index.ts'
import { done } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId, count, dateOf, found, moment, pageOf } from '../fields.ts'
import { operation } from '../operation.ts'

/** Codes that take something off. */
export const coupons = openApp()

const Kind = z.enum(['percent', 'amount', 'free_shipping'])
const Coupon = z
  .object({
    id: z.uuid(),
    code: z.string(),
    kind: Kind,
    value: z.int().openapi({ description: 'Whole percent, or minor units.' }),
    minGoods: z.int(),
    startsAt: moment.nullable(),
    endsAt: moment.nullable(),
    maxUses: z.int().nullable(),
    used: count,
    oncePerEmail: z.boolean(),
    disabledAt: moment.nullable()
  })
  .openapi('Coupon')

const CouponFields = z
  .strictObject({
    code: z.string(),
    kind: Kind,
    value: count.optional(),
    minGoods: count.optional(),
    startsAt: moment.nullish(),
    endsAt: moment.nullish(),
    maxUses: z.int().min(1).nullish(),
    oncePerEmail: z.boolean().optional(),
    campaignId: z.uuid().nullish()
  })
  .openapi('CouponFields')

const permission = 'coupons.write'

operation(
  coupons,
  {
    ...{ name: 'listCoupons', method: 'get', path: '/', permission, paged: true },
    ...{ summary: 'List coupons, newest first', answer: pageOf('coupons', Coupon) }
  },
  async ({ ctx, shop, page }) =>
    done(await listCoupons(ctx, shop.id, { before: page.cursor, limit: page.limit }))
)

operation(
  coupons,
  {
    ...{ name: 'createCoupon', method: 'post', path: '/', permission, status: 201, summary: 'Make a coupon' },
    ...{ body: CouponFields, answer: Coupon, refusals: ['coupon_taken'] },
    example: { code: 'HERRING10', kind: 'percent', value: 10, endsAt: '2026-12-24T22:00:00Z' }
  },
  async ({ ctx, actor, shop, body }) => {
    const dates = { startsAt: dateOf(body.startsAt), endsAt: dateOf(body.endsAt) }
    const made = await createCoupon(ctx, actor, { ...body, ...dates })
    return made.ok ? found(await findCoupon(ctx.db, shop.id, made.value.code), 'not_found') : made
  }
)

operation(
  coupons,
  {
    ...{ name: 'getCoupon', method: 'get', path: '/{id}', permission, params: byId, watches: 'coupon' },
    ...{ summary: 'One coupon', answer: Coupon }
  },
  async ({ ctx, shop, params }) => found(await findCouponById(ctx.db, shop.id, params.id), 'not_found')
)

for (const [method, enabled] of [
  ['put', false],
  ['delete', true]
] as const) {
  operation(
    coupons,
    {
      ...{ name: enabled ? 'startCoupon' : 'stopCoupon', method, path: '/{id}/disablement', permission },
      ...{ summary: enabled ? 'Let a coupon work again' : 'Stop a coupon', params: byId, watches: 'coupon' }
    },
    async ({ ctx, actor, params }) => enableCoupon(ctx, actor, { id: params.id, enabled })
  )
}
