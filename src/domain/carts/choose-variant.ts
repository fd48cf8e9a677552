import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { editCart } from './edit-cart.ts'
import { isToBeHad, readGoods } from './goods.ts'
import { choiceInput, MOST_OF_ONE } from './schema.ts'
import type { LineRefusal } from './set-quantity.ts'

export type ChoiceRefusal = LineRefusal | 'variant_unknown' | 'sold_out'

/** The shopper says which size or colour a line is. Another product's variant is refused; equal lines become one. */
export async function chooseVariant(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof choiceInput>
): Promise<Outcome<null, ChoiceRefusal>> {
  const parsed = parse(choiceInput, input)
  if (!parsed.ok) return parsed
  const { token, variantId, choice } = parsed.value
  return editCart<ChoiceRefusal>(ctx, actor, token, async (tx, cart) => {
    const goods = await readGoods(tx, actor.shopId, [variantId, choice])
    const chosen = goods.find((g) => g.variantId === choice)
    const before = goods.find((g) => g.variantId === variantId)
    if (!chosen?.live || chosen.productId !== before?.productId) return refused('variant_unknown')
    if (!isToBeHad(chosen) && choice !== variantId) {
      return refused('sold_out', { title: `${chosen.title} ${chosen.optionValues.join(', ')}` })
    }
    const moved = await moveLine(tx, actor.shopId, cart.id, variantId, chosen)
    return moved ? done(null) : refused('line_not_found')
  })
}

/** Puts the line under the chosen variant. Adding first and deleting afterwards keeps its place and its post. */
async function moveLine(
  tx: Tx,
  shopId: number,
  cartId: string,
  from: string,
  to: { variantId: string; price: number }
): Promise<boolean> {
  const same = from === to.variantId
  const { numAffectedRows } = await sql`
    insert into cart_lines (shop_id, cart_id, variant_id, quantity, price_seen, choice_open, post_id, click_id, added_at)
    select shop_id, cart_id, ${to.variantId}, quantity, ${to.price}, false, post_id, click_id, added_at
    from cart_lines where shop_id = ${shopId} and cart_id = ${cartId} and variant_id = ${from}
    on conflict (shop_id, cart_id, variant_id) do update set choice_open = false,
      quantity = case when ${same} then cart_lines.quantity
        else least(${MOST_OF_ONE}, cart_lines.quantity + excluded.quantity) end`.execute(tx)
  if (!numAffectedRows) return false
  if (!same) {
    await tx
      .deleteFrom('cart_lines')
      .where((eb) => eb.and({ shop_id: shopId, cart_id: cartId, variant_id: from }))
      .execute()
  }
  return true
}
