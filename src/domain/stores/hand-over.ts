import type { z } from 'zod'
import type { Context } from '#context'
import { actorKey, isStaff, type Actor } from '#domain/accounts/index.ts'
import { sourceOfClick } from '#domain/attribution/index.ts'
import { lockCart, readLines, type Cart, type CartLine } from '#domain/carts/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { homesOf } from './homes.ts'
import { keepStore, type LockedStore } from './locks.ts'
import { marksOf } from './marks.ts'
import { readArrival } from './read-arrival.ts'
import { findSame, type HandedLine } from './same-hand-over.ts'
import { handOverInput } from './schema.ts'
import { writeCartAddress } from './write-cart-address.ts'

export type HandOverRefusal =
  | 'invalid'
  | 'cart_not_found'
  | 'store_not_found'
  | 'store_closed'
  | 'nothing_for_store'
  | 'line_gone'
  | 'choice_open'

/** `again` is true when these goods went there moments ago: it is the same hand-over, pressed twice. */
export type HandedTo = { id: string; code: string; address: string; again: boolean }

type Input = z.output<typeof handOverInput>

/**
 * Sends what one store elsewhere sells of a cart on its way there, and answers the address that fills the store's own
 * cart. Everything is looked at again; the cart keeps its lines, for whoever comes back. The cart's row is locked, so
 * that a press and its double are one hand-over.
 */
export async function handOver(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof handOverInput>
): Promise<Outcome<HandedTo, HandOverRefusal>> {
  const parsed = parse(handOverInput, input)
  if (!parsed.ok) return parsed
  const { shopId } = actor
  return write(ctx, shopId, async (tx) => {
    const cart = await lockCart(tx, actor, parsed.value.token)
    if (!cart || cart.state === 'abandoned') return refused('cart_not_found')
    const store = await keepStore(tx, shopId, parsed.value.storeId)
    if (!store) return refused('store_not_found')
    if (store.disabledAt) return refused('store_closed', { store: store.name })
    const lines = await linesFor(tx, shopId, cart, store, parsed.value)
    if (!lines.ok) return lines
    return send(ctx, tx, actor, { cart, store, lines: lines.value }, parsed.value)
  })
}

/** What goes there. A plain store takes one thing at a time, and the first where none is named. */
async function linesFor(
  tx: Tx,
  shopId: number,
  cart: Cart,
  store: LockedStore,
  { variantId }: Input
): Promise<Outcome<CartLine[], HandOverRefusal>> {
  const all = await readLines(tx, shopId, cart.id)
  const there = all.filter(
    (line) => line.store?.id === store.id && (!variantId || line.variantId === variantId)
  )
  const lines = store.kind === 'url' ? there.slice(0, 1) : there
  if (lines.length === 0) return refused('nothing_for_store', { store: store.name })
  const gone = lines.find((line) => !line.live)
  if (gone) return refused('line_gone', { title: gone.title })
  const open = lines.find((line) => line.choiceOpen)
  if (open) return refused('choice_open', { title: open.title })
  return done(lines)
}

type Sending = { cart: Cart; store: LockedStore; lines: CartLine[] }

async function send(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  { cart, store, lines }: Sending,
  input: Input
): Promise<Outcome<HandedTo, HandOverRefusal>> {
  const { shopId } = actor
  const clickId = input.clickId ?? cart.clickId
  const source = await sourceOfClick(tx, shopId, clickId)
  const homes = await homesOf(tx, shopId, lines.map(({ variantId }) => variantId)) // prettier-ignore
  const marks = await marksOf(tx, shopId, source, readArrival(Object.entries(input.arrival)))
  const address = (code: string) =>
    writeCartAddress({
      ...{ store, coupon: cart.couponCode, code, marks },
      lines: lines.map(({ variantId, quantity }) => ({ ...homes.get(variantId)!, quantity }))
    })
  const taken = { cartId: cart.id, storeId: store.id, coupon: cart.couponCode, lines: lines.map(handedLine) }
  const same = await findSame(ctx, tx, shopId, taken)
  if (same) return done({ ...same, address: address(same.code), again: true })
  const [id, code] = [ctx.ids.next(), ctx.ids.code(16)]
  await tx
    .insertInto('hand_overs')
    .values({
      ...{ shop_id: shopId, id, code, store_id: store.id, cart_id: cart.id, member_id: actor.memberId },
      ...{
        visitor: actor.memberId ? null : actorKey(actor),
        click_id: clickId,
        coupon_code: cart.couponCode
      },
      ...{ lines: JSON.stringify(taken.lines), handed_at: ctx.clock.now() }
    })
    .execute()
  if (!isStaff(actor)) {
    const payload = { handOverId: id, storeId: store.id, cartId: cart.id }
    const about = { actor: actorKey(actor), subject: { kind: 'cart', id: cart.id }, source, payload } as const
    await append(ctx, tx, shopId, [{ kind: 'hand_over', ...about, dedupeKey: `hand_over:${id}` }])
  }
  return done({ id, code, address: address(code), again: false })
}

const handedLine = (line: CartLine): HandedLine => ({
  ...{ variantId: line.variantId, productId: line.productId, quantity: line.quantity, price: line.price },
  title: [line.title, ...line.optionValues].join(', '),
  ...{ postId: line.postId, clickId: line.clickId }
})
