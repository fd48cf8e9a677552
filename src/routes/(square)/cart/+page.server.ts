import { redirect } from '@sveltejs/kit'
import {
  chooseVariant,
  claimCart,
  findCurrentCart,
  removeLinesOf,
  setCoupon,
  setQuantity
} from '#domain/carts/index.ts'
import {
  findGone,
  proposeCart,
  readItems,
  startCheckout,
  takeProposal,
  viewBasket
} from '#domain/checkout/index.ts'
import { handOver } from '#domain/stores/index.ts'
import { leaveFor } from '../../leave-for.ts'
import { fieldsOf, refuse } from '../../refuse.ts'
import { hereAs } from '../../visit.ts'
import { cartInAddress, dropProposal, keepCart, keptCart, keptProposal } from './kept-cart.ts'
import { basketOf, goneAddress, putInCart, restOf } from './put-in-cart.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const MOST_CODES = 5

/** The shopper's basket; or, at /cart?items=SKU:2,…&coupon=…, one that is only proposed and writes nothing. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event
  event.setHeaders({ 'cache-control': 'no-store' }) // so that the back button asks again
  const { ctx, actor, shop } = locals
  const asked = url.searchParams.has('items') ? url.searchParams : keptProposal(event)
  const items = readItems(asked.get('items'))
  const codes = asked
    .getAll('coupon')
    .filter(Boolean)
    .slice(0, MOST_CODES)
    .map((code) => code.slice(0, 60))
  const cart = await currentCart(event)
  const proposing = { items, codes, country: shop.country, cartId: cart?.id ?? null }
  const [proposal, basket, gone] = await Promise.all([
    items.length ? proposeCart(ctx, shop.id, proposing) : null,
    cart?.token ? viewBasket(ctx, actor, cart.token) : undefined,
    findGone(ctx, shop.id, url.searchParams.get('gone'))
  ])
  locals.leavesFor = basket?.elsewhere.map(({ store }) => store.address)
  const filled = basket && basket.lines.length + basket.elsewhere.length > 0
  return { frame: 'wide' as const, proposal, basket: filled ? basket : null, gone }
}

/** The cart at hand and its key: the browser's, which joins the member's own once they have signed in. */
async function currentCart(event: Pick<RequestEvent, 'locals' | 'cookies' | 'url'>) {
  const { ctx, actor } = event.locals
  await claimCart(ctx, actor, keptCart(event))
  const kept = (await restOf(event)) ?? cartInAddress(event)
  const cart = await findCurrentCart(ctx, actor, kept)
  if (!cart || cart.state !== 'open') return null
  const own = cart.memberId && cart.memberId === actor.memberId
  return { id: cart.id, token: own ? cart.id : kept }
}

type Answer = { ok: true } | { ok: false; refusal: string; detail?: Record<string, string | number> }

/** Does something to the cart at hand with what a form says. */
const edit =
  (work: (event: RequestEvent, token: string, fields: Record<string, string>) => Promise<Answer>) =>
  async (event: RequestEvent) => {
    const fields = await fieldsOf(event)
    const outcome = await work(event, (await currentCart(event))?.token ?? '', fields)
    return outcome.ok ? {} : refuse(event, outcome, fields)
  }

export const actions: Actions = {
  add: async (event) => {
    const fields = await fieldsOf(event)
    const added = await putInCart(event, fields, false)
    const elsewhere = added.ok && added.value.elsewhere
    redirect(303, hereAs(event, elsewhere ? basketOf(added.value) : added.ok ? '/cart' : goneAddress(fields)))
  },
  quantity: edit(({ locals }, token, { variant, quantity }) =>
    setQuantity(locals.ctx, locals.actor, {
      token,
      variantId: variant ?? '',
      quantity: Number(quantity || NaN)
    })
  ),
  choose: edit(({ locals }, token, { variant, choice }) =>
    chooseVariant(locals.ctx, locals.actor, { token, variantId: variant ?? '', choice: choice ?? '' })
  ),
  coupon: edit(({ locals }, token, { code }) =>
    setCoupon(locals.ctx, locals.actor, { token, code: code || null })
  ),
  take: async (event) => {
    const { ctx, actor, shop, locale, clickId } = event.locals
    const { items, coupon } = await fieldsOf(event)
    const proposal = { items: readItems(items ?? ''), code: coupon || null }
    const cart = { token: keptCart(event), country: shop.country, locale, clickId, hold: true }
    const taken = await takeProposal(ctx, actor, proposal, cart)
    if (!taken.ok) return refuse(event, taken)
    keepCart(event, taken.value.token)
    dropProposal(event)
    redirect(
      303,
      hereAs(event, taken.value.elsewhere ? basketOf(taken.value) : `/checkout/${taken.value.token}`)
    )
  },
  letGo: edit(({ locals }, token, { store }) =>
    removeLinesOf(locals.ctx, locals.actor, { token, storeId: store ?? '' })
  ),
  handOver: async (event) => {
    const { ctx, actor, clickId } = event.locals
    const fields = await fieldsOf(event)
    const token = (await currentCart(event))?.token ?? ''
    const handed = await handOver(ctx, actor, {
      ...{ token, storeId: fields.store ?? '', variantId: fields.variant || null, clickId },
      arrival: Object.fromEntries(event.url.searchParams)
    })
    return handed.ok ? leaveFor(event, handed.value.address) : refuse(event, handed)
  },
  checkout: async (event) => {
    const { ctx, actor, clickId } = event.locals
    const token = (await currentCart(event))?.token ?? ''
    const started = await startCheckout(ctx, actor, { token, clickId })
    if (!started.ok) return refuse(event, started)
    redirect(303, hereAs(event, `/checkout/${token}`))
  }
}
