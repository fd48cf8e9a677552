import { createCoupon, enableCoupon, listCoupons } from '#domain/coupons/index.ts'
import { isUuid } from '#platform/ids.ts'
import { fieldsOf, refuse } from '../../refuse.ts'
import { couponInputOf } from './read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop }, url }) => {
  const before = url.searchParams.get('before')
  const list = await listCoupons(ctx, shop.id, { before: isUuid(before) ? before : null })
  return { ...list, currency: shop.currency }
}

export const actions: Actions = {
  create: async (event) => {
    const fields = await fieldsOf(event)
    const { ctx, actor, shop } = event.locals
    const input = couponInputOf(fields, shop)
    const outcome = input.ok ? await createCoupon(ctx, actor, input.value) : input
    return outcome.ok ? { made: outcome.value.code } : refuse(event, outcome, { ...fields, form: 'create' })
  },
  enable: async (event) => {
    const { id = '', enabled } = await fieldsOf(event)
    const outcome = await enableCoupon(event.locals.ctx, event.locals.actor, {
      id,
      enabled: enabled === 'true'
    })
    return outcome.ok ? { saved: id } : refuse(event, outcome)
  }
}
