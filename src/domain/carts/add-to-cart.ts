import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '#context'
import { actorKey, isStaff, type Actor } from '#domain/accounts/index.ts'
import { noteCartTouch, sourceOfClick } from '#domain/attribution/index.ts'
import { append, write, type Entry } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { holdAgain } from './hold-lines.ts'
import { lockCurrentCart } from './locks.ts'
import { openCart } from './open-cart.ts'
import { pickItems, type Picked, type PickRefusal } from './pick-items.ts'
import { addToCartInput, MOST_LINES, MOST_OF_ONE } from './schema.ts'

export type AddToCart = z.input<typeof addToCartInput>
type Input = z.output<typeof addToCartInput>

/** `token` opens the cart from now on: the one that was sent, a new secret, or the member's own cart by its id. */
export type Added = { cartId: string; token: string; opened: boolean }
export type AddRefusal = 'invalid' | PickRefusal | 'cart_paying' | 'cart_full'

/**
 * Puts goods into someone's cart, opening one if there is none. A product without a chosen variant goes in as its
 * first one that is to be had, its choice left open. Nothing is set aside by this.
 */
export async function addToCart(
  ctx: Context,
  actor: Actor,
  input: AddToCart
): Promise<Outcome<Added, AddRefusal>> {
  const parsed = parse(addToCartInput, input)
  if (!parsed.ok) return parsed
  return write(ctx, actor.shopId, async (tx) => {
    const picked = await pickItems(tx, actor.shopId, parsed.value.items)
    if (!picked.ok) return picked
    const cart = await cartFor(ctx, tx, actor, parsed.value)
    if (cart.paying) return refused('cart_paying')
    await putIn(ctx, tx, actor.shopId, cart.cartId, picked.value, parsed.value)
    if (!cart.opened && !(await settleDown(ctx, tx, actor.shopId, cart.cartId, parsed.value))) {
      return refused('cart_full', { most: MOST_LINES })
    }
    await noteCartTouch(ctx, tx, { shopId: actor.shopId, ...cart, clickId: parsed.value.clickId })
    if (!isStaff(actor)) await record(ctx, tx, actor, cart.cartId, picked.value, parsed.value)
    return done({ cartId: cart.cartId, token: cart.token, opened: cart.opened })
  })
}

async function cartFor(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  input: Input
): Promise<Added & { paying: boolean }> {
  const cart =
    input.token || actor.memberId ? await lockCurrentCart(tx, actor, input.token ?? null) : undefined
  if (cart) {
    const own = cart.memberId !== null && cart.memberId === actor.memberId
    const token = own ? cart.id : input.token!
    return { cartId: cart.id, token, opened: false, paying: cart.state === 'paying' }
  }
  const opened = await openCart(ctx, tx, actor, { ...input, clickId: input.clickId ?? null })
  if (opened) return { cartId: opened.id, token: opened.token, opened: true, paying: false }
  return cartFor(ctx, tx, actor, input)
}

/** Goods that are there already are added to, up to the most of one thing; the newest post and click count. */
async function putIn(
  { clock }: Context,
  tx: Tx,
  shopId: number,
  cartId: string,
  picked: readonly Picked[],
  input: Input
): Promise<void> {
  await sql`
    insert into cart_lines (shop_id, cart_id, variant_id, quantity, price_seen, choice_open, post_id, click_id, added_at)
    select ${shopId}, ${cartId}, variant_id, quantity, price, choice_open, ${input.postId ?? null},
      ${input.clickId ?? null}, ${clock.now()}
    from unnest(${picked.map((p) => p.variantId)}::uuid[], ${picked.map((p) => p.quantity)}::int[],
      ${picked.map((p) => p.price)}::bigint[], ${picked.map((p) => p.choiceOpen)}::boolean[])
      as p (variant_id, quantity, price, choice_open)
    on conflict (shop_id, cart_id, variant_id) do update set
      quantity = least(${MOST_OF_ONE}, cart_lines.quantity + excluded.quantity),
      price_seen = excluded.price_seen,
      choice_open = cart_lines.choice_open and excluded.choice_open,
      post_id = coalesce(excluded.post_id, cart_lines.post_id),
      click_id = coalesce(excluded.click_id, cart_lines.click_id)`.execute(tx)
}

/** An older cart: its date and click move on, what it holds follows its lines. False when it grew too long. */
async function settleDown(
  ctx: Context,
  tx: Tx,
  shopId: number,
  cartId: string,
  { clickId }: Input
): Promise<boolean> {
  const { rows } = await sql<{ lines: number }>`
    update carts set updated_at = ${ctx.clock.now()}, click_id = coalesce(${clickId ?? null}, click_id)
    where shop_id = ${shopId} and id = ${cartId}
    returning (select count(*)::int from cart_lines where shop_id = ${shopId} and cart_id = ${cartId}) as lines`.execute(
    tx
  )
  if (rows[0]!.lines > MOST_LINES) return false
  await holdAgain(ctx, tx, shopId, cartId)
  return true
}

async function record(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  cartId: string,
  picked: readonly Picked[],
  { clickId, postId }: Input
): Promise<void> {
  const source = await sourceOfClick(tx, actor.shopId, clickId)
  const entries = picked.map(({ productId, variantId }): Entry => ({
    kind: 'cart',
    actor: actorKey(actor),
    subject: { kind: 'cart', id: cartId },
    source: { ...source, postId: postId ?? source.postId, productId },
    payload: { cartId },
    dedupeKey: `cart:${cartId}:${variantId}`
  }))
  await append(ctx, tx, actor.shopId, entries)
}
