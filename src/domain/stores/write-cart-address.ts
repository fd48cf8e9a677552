import { writeToken } from '#platform/item-token.ts'
import type { StoreKind } from './schema.ts'

export type CartForStore = {
  store: { kind: StoreKind; address: string }
  lines: readonly { outsideId: string | null; url: string | null; quantity: number }[]
  coupon: string | null
  /** Comes back with the order: how a sale is known to be ours. */
  code: string
  /** utm_* and click ids of networks, by name. */
  marks: Readonly<Record<string, string>>
}

type Pairs = [name: string, value: string][]

/** The address at which a store fills a cart with these goods, in that store's own form. A plain store has one line. */
export function writeCartAddress(cart: CartForStore): string {
  return WRITERS[cart.store.kind](cart)
}

const WRITERS: Record<StoreKind, (cart: CartForStore) => string> = {
  // https://shopify.dev/docs/apps/build/checkout/create-cart-permalinks
  shopify: ({ store, lines, coupon, code, marks }) =>
    `${store.address}/cart/${pairs(lines)}?${query([
      ...couponAs('discount', coupon),
      ...([
        ['ref', code],
        ['attributes[torilla]', code]
      ] as Pairs),
      ...Object.entries(marks)
    ])}`,
  // https://developer.woocommerce.com/docs/best-practices/urls-and-routing/checkout-urls ; the order keeps utm_id.
  woocommerce: ({ store, lines, coupon, code, marks }) =>
    `${store.address}/checkout-link/?products=${pairs(lines)}&${query([
      ...couponAs('coupon', coupon),
      ...Object.entries({ ...marks, utm_id: code })
    ])}`,
  // https://ucp.dev/specification/permalink
  ucp: ({ store, lines, coupon, code, marks }) =>
    `${store.address}/${pairs(lines)}?${query([
      ...couponAs('discounts/codes/0', coupon),
      ...Object.entries({ ...marks, ref: code }).map(([name, value]): Pairs[0] => [
        `attribution/${name}`,
        value
      ])
    ])}`,
  url: ({ lines: [line], coupon, code, marks }) => {
    const filled = line!
      .url!.replaceAll('{quantity}', String(line!.quantity))
      .replaceAll('{coupon}', () => encodeURIComponent(coupon ?? ''))
    // As a header takes it: letters of other alphabets are escaped.
    const { href, searchParams: own } = new URL(filled)
    const more = Object.entries({ ...marks, torilla: code }).filter(([name]) => !own.has(name))
    return href + (href.includes('?') ? '&' : '?') + query(more)
  }
}

const pairs = (lines: CartForStore['lines']) =>
  lines.map(({ outsideId, quantity }) => `${writeToken(outsideId!)}:${quantity}`).join(',')

const couponAs = (name: string, coupon: string | null): Pairs => (coupon ? [[name, coupon]] : [])

const query = (fields: Pairs) => new URLSearchParams(fields).toString()
