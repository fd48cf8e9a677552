import { createHmac } from 'node:crypto'
import type { Context } from '#context'
import { recordTouch } from '#domain/attribution/index.ts'
import { addToCart } from '#domain/carts/index.ts'
import { findInbox, hearMessage, setStoreSecret } from '#domain/store-orders/index.ts'
import { findStore, handOver, type Store } from '#domain/stores/index.ts'
import { after } from '../story/calendar.ts'
import { chance } from '../story/chance.ts'
import { at } from '../story/moments.ts'
import { must } from '../story/must.ts'
import { enter } from './enter.ts'
import type { Market, Shelved } from './market.ts'
import { passerBy } from './passers-by.ts'

/** Three who went on to the printer this last hour: two paid there, the third is still thinking. */
const GONE = [
  { minutesAgo: 70, print: 0, status: 'paid' },
  { minutesAgo: 45, print: 1, status: 'paid' },
  { minutesAgo: 20, print: 0, status: null }
] as const

const VAT = 0.255

/** The printer's store tells, as Shopify would, what became of the carts that went there. */
export async function printerTells(
  market: Market,
  storeId: string,
  prints: readonly Shelved[]
): Promise<void> {
  const { ctx, shop, owner } = market
  const store = (await findStore(ctx, shop.id, storeId))!
  const { secret } = await must(setStoreSecret(ctx, owner, { storeId }))
  for (const [n, { minutesAgo, print, status }] of GONE.entries()) {
    const good = prints[print % prints.length]!
    const went = at(ctx, after(market.calendar.now, -minutesAgo))
    const code = await goThere(market, went, { storeId, good, n })
    const told = at(ctx, after(went.clock.now(), 6))
    if (status) await tell(told, market, { store, secret, order: orderOf(told, good, { code, status, n }) })
  }
}

type Going = { storeId: string; good: Shelved; n: number }

/** Somebody sees the print under a post, puts it in a cart, and goes on with it. Answers the code that goes along. */
async function goThere(market: Market, ctx: Context, { storeId, good, n }: Going): Promise<string> {
  const { actor } = await enter(market, ctx, passerBy(chance(`printer ${n}`)), undefined)
  const postId = await postOf(ctx, market.shop.id, good.productId)
  const clickId = await recordTouch(ctx, ctx.db, actor, { postId, productId: good.productId })
  const items = [{ variantId: good.variants[0]!.id, quantity: 1 }]
  const { token } = await must(addToCart(ctx, actor, { items, postId, clickId, country: 'FI', locale: 'en' }))
  return (await must(handOver(ctx, actor, { token, storeId, clickId }))).code
}

async function postOf({ db }: Context, shopId: number, productId: string): Promise<string | undefined> {
  const post = await db
    .selectFrom('post_tags as t')
    .innerJoin('posts as p', (j) => j.onRef('p.shop_id', '=', 't.shop_id').onRef('p.id', '=', 't.post_id'))
    .select('p.id')
    .where('t.shop_id', '=', shopId)
    .where('t.product_id', '=', productId)
    .where('p.state', '=', 'published')
    .orderBy('p.published_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return post?.id
}

function orderOf(
  { clock }: Context,
  good: Shelved,
  sold: { code: string; status: string; n: number }
): object {
  const [now, price] = [clock.now().toISOString(), good.variants[0]!.price / 100]
  const total = (price + 4.9).toFixed(2)
  const tax = ((price + 4.9) * (VAT / (1 + VAT))).toFixed(2)
  return {
    ...{ id: 6_100_000_001 + sold.n, name: `#${1_204 + sold.n}`, currency: 'EUR' },
    ...{ total_price: total, subtotal_price: price.toFixed(2), total_tax: tax, taxes_included: true },
    ...{ financial_status: sold.status, created_at: now, updated_at: now },
    shipping_lines: [{ tax_lines: [{ price: (4.9 * (VAT / (1 + VAT))).toFixed(2) }] }],
    note_attributes: [{ name: 'torilla', value: sold.code }],
    line_items: [{ sku: good.variants[0]!.sku, title: titleOf(good), quantity: 1, price: price.toFixed(2) }]
  }
}

const titleOf = ({ handle }: Shelved): string =>
  handle.charAt(0).toUpperCase() + handle.slice(1).replaceAll('-', ' ')

type Telling = { store: Store; secret: string; order: object }

async function tell(ctx: Context, { shop }: Market, { store, secret, order }: Telling): Promise<void> {
  const body = Buffer.from(JSON.stringify(order))
  const headers = {
    'x-shopify-topic': 'orders/paid',
    'x-shopify-webhook-id': ctx.ids.next(),
    'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64')
  }
  const inbox = (await findInbox(ctx, shop.id, store.inbox))!
  await must(hearMessage(ctx, { shopId: shop.id, currency: shop.currency, store: inbox }, { headers, body }))
}
