import { z } from '@hono/zod-openapi'
import { placeOrder, saveDetails, startCheckout, viewBasket } from '#domain/checkout/index.ts'
import { findOrderByToken, readHistory } from '#domain/orders/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { amount, found, moment } from '../fields.ts'
import { operation } from '../operation.ts'
import { Cart } from './carts.schema.ts'
import { Address, OrderState } from './common.schema.ts'
import { Receipt } from './orders.schema.ts'

/** From a cart to an order, and the order for whoever has its secret. */
export const checkout = openApp()

const permission = 'public'
const params = z.object({ token: z.string().max(64) })
const EDIT = ['cart_not_found', 'cart_ordered', 'cart_paying']
const To = z.strictObject(Address.partial().extend({ country: z.string() }).shape)

operation(
  checkout,
  {
    ...{ name: 'holdCart', method: 'post', path: '/carts/{token}/hold', permission, params },
    ...{ summary: 'Set a cart’s goods aside for ten minutes, as many as there are', answer: Cart },
    ...{
      body: z.strictObject({ clickId: z.string().max(40).nullish() }),
      example: {},
      refusals: [...EDIT, 'cart_empty', 'cart_elsewhere']
    }
  },
  async ({ ctx, actor, params: { token }, body }) => {
    const held = await startCheckout(ctx, actor, { token, ...body })
    return held.ok ? found(await viewBasket(ctx, actor, token), 'cart_not_found') : held
  }
)

operation(
  checkout,
  {
    ...{ name: 'saveDetails', method: 'put', path: '/carts/{token}/details', permission, params },
    ...{ summary: 'Who it goes to and how, so that it is reckoned with', answer: Cart, refusals: EDIT },
    body: z.strictObject({
      ...{ email: z.string().max(400).nullish(), shipTo: To.nullish() },
      ...{ country: z.string().length(2).nullish(), rateId: z.uuid().nullish() }
    }),
    example: { email: 'buyer@example.org', country: 'FI' }
  },
  async ({ ctx, actor, params: { token }, body }) => {
    const saved = await saveDetails(ctx, actor, { token, ...body } as Parameters<typeof saveDetails>[2])
    return saved.ok ? found(await viewBasket(ctx, actor, token), 'cart_not_found') : saved
  }
)

const Placed = z.object({
  orderToken: z.string().openapi({ description: 'The secret of the order: its buyer reads it by this.' }),
  state: OrderState
})
const shipTo = { name: 'Ada Buyer', line1: 'Quay 1', postcode: '00100', city: 'Helsinki', country: 'FI' }

operation(
  checkout,
  {
    ...{ name: 'placeOrder', method: 'post', path: '/carts/{token}/order', permission, params, status: 201 },
    summary: 'Order and pay',
    description:
      'What you expect to pay is charged, or nothing. `key` names this attempt: sent again, it leads to the same order and never to a second charge. `terms` says that the buyer accepted them.',
    body: z.strictObject({
      key: z.string().regex(/^[\w-]{8,64}$/),
      email: z.string().max(400),
      shipTo: To,
      rateId: z.uuid().nullish(),
      payment: z.strictObject({
        provider: z.string(),
        instrument: z.record(z.string(), z.string()).optional()
      }),
      expected: z.strictObject({ amount, currency: z.string().length(3) }),
      terms: z.literal(true)
    }),
    example: {
      ...{ key: 'attempt-0001', email: 'ada@example.org', shipTo, payment: { provider: 'invoice' } },
      ...{ expected: { amount: 4090, currency: 'EUR' }, terms: true as const }
    },
    answer: Placed,
    refusals: [
      ...[
        ...EDIT,
        'cart_empty',
        'cart_elsewhere',
        'sold_out',
        'few_left',
        'price_changed',
        'payment_unsupported',
        'no_answer'
      ],
      ...['card_declined', 'insufficient_funds', 'card_expired', 'card_invalid']
    ]
  },
  async ({ ctx, actor, locale, params: { token }, body }) => {
    const input = { token, locale, ...body } as Parameters<typeof placeOrder>[2]
    const placed = await placeOrder(ctx, actor, input)
    return placed.ok ? done({ orderToken: placed.value.token, state: placed.value.state }) : placed
  }
)

const Parcel = z.object({
  carrier: z.string().nullable(),
  tracking: z.string().nullable(),
  createdAt: moment
})

operation(
  checkout,
  {
    ...{ name: 'getReceipt', method: 'get', path: '/receipts/{token}', permission, params },
    ...{
      summary: 'An order for whoever has its secret',
      answer: Receipt.extend({ parcels: z.array(Parcel) })
    }
  },
  async ({ ctx, shop, params }) => {
    const order = await findOrderByToken(ctx, shop.id, params.token)
    if (!order) return refused('not_found')
    const { fulfilments } = await readHistory(ctx, shop.id, order.id)
    return done({ ...order, parcels: fulfilments })
  }
)
