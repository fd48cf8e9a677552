import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { noteCartTouch } from '#domain/attribution/index.ts'
import { write } from '#domain/ledger/index.ts'
import { holdFirst } from '#domain/stock/index.ts'
import { withNext, type Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { holdAgain, holdLines } from './hold-lines.ts'
import { readLines } from './lines.ts'
import { lockCurrentCart } from './locks.ts'
import { openCart } from './open-cart.ts'
import { pickItems, type Picked, type PickRefusal } from './pick-items.ts'
import { recordCart } from './record.ts'
import { addToCartInput, MOST_LINES, MOST_OF_ONE } from './schema.ts'

export type AddToCart = z.input<typeof addToCartInput>
type Input = z.output<typeof addToCartInput>

/** `token` opens the cart from now on: the one that was sent, a new secret, or the member's own cart by its id. */
export type Added = { cartId: string; token: string; opened: boolean }
/** `elsewhere` is whether any of what was put in is sold by a store elsewhere: the basket says how to go on there. */
export type PutIn = Added & { elsewhere: boolean }
export type AddRefusal = 'invalid' | PickRefusal | 'cart_paying' | 'cart_full'

/**
 * Puts goods into someone's cart, opening one if there is none. A product without a chosen variant goes in as its
 * first one that is to be had, its choice left open. With `hold` the cart's goods are set aside at once, as many as
 * there are: the shopper goes straight to pay.
 */
export async function addToCart(
  ctx: Context,
  actor: Actor,
  input: AddToCart
): Promise<Outcome<PutIn, AddRefusal>> {
  const parsed = parse(addToCartInput, input)
  if (!parsed.ok) return parsed
  const outcome = await write(ctx, actor.shopId, async (tx) => {
    const held = parsed.value.atLeast ? await heldFor(tx, actor, parsed.value.token ?? null) : NOTHING
    const picked = await pickItems(tx, actor.shopId, parsed.value.items, held)
    if (!picked.ok) return picked
    const { paying, ...cart } = await cartFor(ctx, tx, actor, parsed.value)
    if (paying) return refused('cart_paying')
    await putIn(ctx, tx, actor.shopId, cart.cartId, picked.value, parsed.value)
    const room = cart.opened || (await moveOn(ctx, tx, actor.shopId, cart.cartId, parsed.value))
    if (!room) return refused('cart_full', { most: MOST_LINES })
    await holdPicked(ctx, tx, actor.shopId, cart, picked.value, parsed.value.hold)
    await noteCartTouch(ctx, tx, { shopId: actor.shopId, ...cart, clickId: parsed.value.clickId })
    return done({ cart, picked: picked.value })
  })
  if (!outcome.ok) return outcome
  const { cart, picked } = outcome.value
  const elsewhere = !picked.every(({ ours }) => ours)
  const hold = parsed.value.hold && picked.some(({ ours }) => ours)
  await recordCart(ctx, actor, cart.cartId, picked, { ...parsed.value, hold })
  return done({ ...cart, elsewhere })
}

/** A new cart holds what was just picked; an older one holds all of it, if it is to or did before. */
async function holdPicked(
  ctx: Context,
  tx: Tx,
  shopId: number,
  { cartId, opened }: Added,
  picked: readonly Picked[],
  wanted: boolean
): Promise<void> {
  if (!opened && wanted) await holdLines(ctx, tx, shopId, cartId, await readLines(tx, shopId, cartId))
  else if (!opened) await holdAgain(ctx, tx, shopId, cartId)
  else if (wanted) await holdFirst(ctx, tx, shopId, { cartId, wants: picked.filter(isCounted) })
}

const NOTHING: ReadonlySet<string> = new Set()

/** What the cart at hand has set aside already. */
async function heldFor(tx: Tx, actor: Actor, token: string | null): Promise<ReadonlySet<string>> {
  const cart = await lockCurrentCart(tx, actor, token)
  if (!cart) return NOTHING
  const rows = await tx
    .selectFrom('reservations')
    .select('variant_id')
    .where('shop_id', '=', actor.shopId)
    .where('cart_id', '=', cart.id)
    .execute()
  return new Set(rows.map((row) => row.variant_id))
}

const isCounted = ({ tracked, choiceOpen }: Picked) => tracked && !choiceOpen

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
      quantity = case when ${input.atLeast} then greatest(cart_lines.quantity, excluded.quantity)
        else least(${MOST_OF_ONE}, cart_lines.quantity + excluded.quantity) end,
      price_seen = excluded.price_seen,
      choice_open = cart_lines.choice_open and excluded.choice_open,
      post_id = coalesce(excluded.post_id, cart_lines.post_id),
      click_id = coalesce(excluded.click_id, cart_lines.click_id) ${withNext}`.execute(tx)
}

/** An older cart: its date and click move on. False when it grew too long. */
async function moveOn(
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
  return rows[0]!.lines <= MOST_LINES
}
