import { z } from '@hono/zod-openapi'
import { amount, count, moment } from '../fields.ts'
import { Address, Picture, TaxPart } from './common.schema.ts'

export const Problem = z
  .object({ kind: z.enum(['gone', 'sold_out', 'few_left', 'store_closed']), left: count })
  .openapi('LineProblem')

export const CartLine = z
  .object({
    variantId: z.uuid(),
    productId: z.uuid(),
    handle: z.string(),
    title: z.string(),
    sku: z.string(),
    optionValues: z.array(z.string()),
    price: amount,
    compareAt: amount.nullable(),
    quantity: count,
    priceSeen: amount,
    choiceOpen: z.boolean(),
    available: z.int().nullable(),
    held: count,
    choices: z.array(
      z.object({ variantId: z.uuid(), label: z.string(), price: amount, available: z.boolean() })
    ),
    picture: Picture.nullable(),
    problem: Problem.nullable(),
    total: amount
  })
  .openapi('CartLine')

/** What one store elsewhere sells. `total` is at the prices shown here; the store has the last word. */
const storeGroup = <L extends z.ZodObject>(line: L) =>
  z.object({
    store: z.object({ id: z.uuid(), name: z.string(), open: z.boolean(), single: z.boolean() }),
    lines: z.array(line.extend({ handedAt: moment.nullable() })),
    total: amount,
    handedAt: moment.nullable()
  })

const OfferedRate = z
  .object({
    id: z.uuid(),
    name: z.string(),
    detail: z.string(),
    kind: z.enum(['flat', 'weight', 'pickup']),
    price: amount,
    locationId: z.uuid().nullable()
  })
  .openapi('OfferedRate')

export const Totals = z
  .object({
    goods: amount,
    discount: amount,
    shipping: amount,
    tax: amount,
    taxes: z.array(TaxPart),
    total: amount
  })
  .openapi('Totals')

export const CartCoupon = z
  .object({ code: z.string(), refusal: z.string().nullable(), least: amount, ours: z.boolean() })
  .openapi('CartCoupon')

export const Cart = z
  .object({
    state: z.enum(['open', 'paying', 'ordered', 'abandoned']),
    lines: z.array(CartLine),
    elsewhere: z.array(storeGroup(CartLine)).openapi({
      description: 'What stores elsewhere sell, no part of the totals or the order: hand it over to each.'
    }),
    totals: Totals,
    rates: z.array(OfferedRate),
    rate: OfferedRate.nullable(),
    needsShipping: z.boolean(),
    coupon: CartCoupon.nullable(),
    currency: z.string(),
    country: z.string(),
    heldUntil: moment.nullable(),
    contact: z.object({ email: z.string(), shipTo: Address.partial() }).nullable()
  })
  .openapi('Cart')

/** `token` is the cart's key: whoever has it can read, change and pay the cart. */
export const Added = z.object({ token: z.string(), opened: z.boolean(), cart: Cart }).openapi('Added')

export const Proposal = z
  .object({
    lines: z.array(CartLine),
    elsewhere: z.array(storeGroup(CartLine)),
    missing: z.array(
      z.object({
        sku: z.string(),
        title: z.string().nullable(),
        problem: Problem,
        alternatives: z.array(z.object({ handle: z.string(), title: z.string(), price: amount }))
      })
    ),
    totals: Totals,
    coupon: CartCoupon.nullable(),
    currency: z.string()
  })
  .openapi('Proposal')

const quantity = z.int().min(1).max(99)
export const Item = z.union([
  z.strictObject({ variantId: z.uuid(), quantity }),
  z.strictObject({ productId: z.uuid(), quantity }),
  z.strictObject({ sku: z.string(), quantity })
])
