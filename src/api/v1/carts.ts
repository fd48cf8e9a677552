import { z } from '@hono/zod-openapi'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { recordTouch } from '#domain/attribution/index.ts'
import { addToCart, chooseVariant, setCoupon, setQuantity } from '#domain/carts/index.ts'
import { proposeCart, readItems, takeProposal, viewBasket } from '#domain/checkout/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { count, found, id } from '../fields.ts'
import { operation } from '../operation.ts'
import { Added, Cart, Item, Proposal } from './carts.schema.ts'

/** What someone means to buy. A cart is opened by its token, without an account; nothing in it is a promise until it is held. */
export const carts = openApp()

const permission = 'public'
const token = z.string().max(64)
const params = z.object({ token })
const line = z.object({ token, variant: id })
const EDIT = ['cart_not_found', 'cart_paying', 'cart_ordered']
const ADD = ['variant_unknown', 'sold_out', 'cart_paying', 'cart_full']
const COUPON = [
  ...['coupon_unknown', 'coupon_ended', 'coupon_not_started'],
  ...['coupon_used_up', 'coupon_used_by_you', 'coupon_min_goods']
]
const variantId = '0190b3d2-7c4e-7a11-9b1f-5e2f7f1c0a11'
const hold = z.boolean().optional().openapi({ description: 'Set the goods aside at once, for ten minutes.' })

const shown = async (ctx: Context, actor: Actor, key: string): Promise<Outcome<unknown>> =>
  found(await viewBasket(ctx, actor, key), 'cart_not_found')

/** The cart as it stands after a change, or why it was not changed. */
const after = async (ctx: Context, actor: Actor, key: string, changed: Outcome<unknown>) =>
  changed.ok ? shown(ctx, actor, key) : changed

async function opened(ctx: Context, actor: Actor, added: Outcome<{ token: string; opened: boolean }>) {
  if (!added.ok) return added
  const cart = await viewBasket(ctx, actor, added.value.token)
  return cart
    ? done({ token: added.value.token, opened: added.value.opened, cart })
    : refused('cart_not_found')
}

operation(
  carts,
  {
    ...{ name: 'addToCart', method: 'post', path: '/carts', permission, status: 201 },
    summary: 'Put goods into a cart, opening one if there is none',
    description:
      'A member’s goods go into their own cart. `postId` and `clickId` say what led here, for the results.',
    body: z.strictObject({
      ...{ token: token.nullish(), items: z.array(Item).min(1).max(50), hold },
      ...{ postId: z.uuid().nullish(), clickId: z.string().max(40).nullish() }
    }),
    ...{ example: { items: [{ sku: 'TEE-S', quantity: 1 }] }, answer: Added, refusals: ADD }
  },
  async ({ ctx, actor, shop, locale, body: { postId = null, clickId = null, ...body } }) => {
    const led =
      (postId ?? clickId) ? await recordTouch(ctx, ctx.db, actor, { postId, productId: null, clickId }) : null
    const cart = { ...body, postId, clickId: led, country: shop.country, locale }
    return opened(ctx, actor, await addToCart(ctx, actor, cart))
  }
)

operation(
  carts,
  {
    ...{ name: 'getCart', method: 'get', path: '/carts/{token}', permission, params },
    ...{ summary: 'A cart with today’s prices', answer: Cart, refusals: ['cart_not_found'] }
  },
  async ({ ctx, actor, params }) => shown(ctx, actor, params.token)
)

operation(
  carts,
  {
    ...{
      name: 'setQuantity',
      method: 'put',
      path: '/carts/{token}/lines/{variant}',
      permission,
      params: line
    },
    ...{
      summary: 'How many of a thing; 0 takes it out',
      answer: Cart,
      refusals: [...EDIT, 'line_not_found']
    },
    ...{ body: z.strictObject({ quantity: count.max(99) }), example: { quantity: 2 } }
  },
  async ({ ctx, actor, params, body }) => {
    const set = { token: params.token, variantId: params.variant, quantity: body.quantity }
    return after(ctx, actor, params.token, await setQuantity(ctx, actor, set))
  }
)

operation(
  carts,
  {
    ...{ name: 'chooseVariant', method: 'put', path: '/carts/{token}/lines/{variant}/choice', permission },
    ...{ params: line, summary: 'Which size or colour a line is', answer: Cart },
    ...{ body: z.strictObject({ variantId: z.uuid() }), example: { variantId } },
    refusals: [...EDIT, 'line_not_found', 'variant_unknown', 'sold_out']
  },
  async ({ ctx, actor, params, body }) => {
    const choice = { token: params.token, variantId: params.variant, choice: body.variantId }
    return after(ctx, actor, params.token, await chooseVariant(ctx, actor, choice))
  }
)

operation(
  carts,
  {
    ...{ name: 'setCoupon', method: 'put', path: '/carts/{token}/coupon', permission, params, answer: Cart },
    ...{ summary: 'Use a coupon, or with null none', refusals: [...EDIT, ...COUPON] },
    ...{ body: z.strictObject({ code: z.string().max(200).nullable() }), example: { code: 'HERRING10' } }
  },
  async ({ ctx, actor, params: { token: key }, body }) =>
    after(ctx, actor, key, await setCoupon(ctx, actor, { token: key, code: body.code }))
)

operation(
  carts,
  {
    ...{ name: 'proposeCart', method: 'get', path: '/proposals', permission },
    ...{ summary: 'What goods would come to; nothing is written', answer: Proposal },
    query: z.object({
      items: z.string().max(10_000).openapi({ example: 'TEE-S:2,MUG-1' }),
      coupon: z.string().max(60).optional()
    })
  },
  async ({ ctx, shop, query }) => {
    const asked = {
      items: readItems(query.items),
      codes: query.coupon ? [query.coupon] : [],
      country: shop.country,
      cartId: null
    }
    return done(await proposeCart(ctx, shop.id, asked))
  }
)

operation(
  carts,
  {
    ...{ name: 'takeProposal', method: 'post', path: '/proposals', permission, status: 201, answer: Added },
    ...{ summary: 'Put all of a proposal into a cart and set it aside, or nothing' },
    body: z.strictObject({
      ...{ token: token.nullish(), items: z.string().max(10_000), coupon: z.string().max(60).nullish() },
      clickId: z.string().max(40).nullish()
    }),
    ...{ example: { items: 'TEE-S:2,MUG-1' }, refusals: [...ADD, 'proposal_empty', 'proposal_changed'] }
  },
  async ({ ctx, actor, shop, locale, body }) => {
    const proposal = { items: readItems(body.items), code: body.coupon ?? null }
    const cart = { token: body.token, clickId: body.clickId, country: shop.country, locale, hold: true }
    return opened(ctx, actor, await takeProposal(ctx, actor, proposal, cart))
  }
)
