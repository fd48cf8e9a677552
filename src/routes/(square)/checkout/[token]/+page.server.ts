import { fail, redirect } from '@sveltejs/kit'
import { myAccount } from '#domain/members/index.ts'
import { setCoupon } from '#domain/carts/index.ts'
import { placeOrder, saveDetails, viewBasket } from '#domain/checkout/index.ts'
import { listCountries } from '#domain/delivery/index.ts'
import { findOrderOfCart } from '#domain/orders/index.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { hereAs } from '../../../visit.ts'
import { restOf } from '../../cart/put-in-cart.ts'
import { applyChoices, detailsOf, payInputOf, withoutCard } from './form.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** One page to pay on. An ordered cart leads to its order, by the back button too; opening this changes nothing. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' }) // so that the back button asks again
  const { ctx, actor, shop, locale } = event.locals
  const basket = await viewBasket(ctx, actor, event.params.token)
  if (basket?.state === 'ordered' || basket?.state === 'paying') {
    const order = await findOrderOfCart(ctx, shop.id, basket.cartId)
    if (order) redirect(303, hereAs(event, `/orders/${order.token}`))
  }
  if (!basket?.lines.length) redirect(303, hereAs(event, '/cart'))
  return {
    frame: 'wide' as const,
    ...{ basket, token: event.params.token, key: ctx.ids.secret(), contact: shop.contactEmail ?? shop.name },
    countries: await listCountries(ctx, shop.id, locale),
    member: actor.memberId ? await memberContact(event) : null,
    ways: [...ctx.payments.values()].map(({ id, form }) => ({ id, form }))
  }
}

/** A member need not type what the shop knows. */
async function memberContact({ locals: { ctx, actor } }: Pick<RequestEvent, 'locals'>) {
  const account = await myAccount(ctx, actor)
  return account ? { email: account.email, name: account.name } : null
}

export const actions: Actions = {
  update: async (event) => {
    const { ctx, actor } = event.locals
    const fields = await fieldsOf(event)
    const chosen = await applyChoices(event, fields)
    const outcome = chosen.ok ? await saveDetails(ctx, actor, detailsOf(event.params.token, fields)) : chosen
    return outcome.ok ? { typed: withoutCard(fields) } : refuse(event, outcome, withoutCard(fields))
  },
  coupon: async (event) => {
    const { ctx, actor } = event.locals
    const { code } = await fieldsOf(event)
    const outcome = await setCoupon(ctx, actor, { token: event.params.token, code: code || null })
    return outcome.ok ? {} : refuse(event, outcome, { code: code ?? '' })
  },
  pay: async (event) => {
    const { ctx, actor, locale } = event.locals
    const fields = await fieldsOf(event)
    const chosen = await applyChoices(event, fields)
    if (!chosen.ok) return refuse(event, chosen, withoutCard(fields))
    const placed = await placeOrder(ctx, actor, payInputOf(event.params.token, locale, fields))
    if (placed.ok) {
      await restOf(event)
      redirect(303, hereAs(event, `/orders/${placed.value.token}`))
    }
    // What was chosen stays chosen on the page that comes back, its way of delivery and the sum of it too.
    await saveDetails(ctx, actor, detailsOf(event.params.token, fields))
    // The next press is another attempt: under the same key it would only be told this answer again.
    const { status, data } = refuse(event, placed, withoutCard(fields))
    return fail(status, { ...data, key: ctx.ids.secret() })
  }
}
