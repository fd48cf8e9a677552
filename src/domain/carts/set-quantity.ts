import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { editCart, type EditRefusal } from './edit-cart.ts'
import { quantityInput } from './schema.ts'

export type LineRefusal = 'invalid' | EditRefusal | 'line_not_found'

/** How many of one thing: 1 to 99, and 0 takes it out. */
export async function setQuantity(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof quantityInput>
): Promise<Outcome<null, LineRefusal>> {
  const parsed = parse(quantityInput, input)
  if (!parsed.ok) return parsed
  const { token, variantId, quantity } = parsed.value
  return editCart<'line_not_found'>(ctx, actor, token, async (tx, cart) => {
    const of = [actor.shopId, cart.id, variantId] as const
    const changed =
      quantity === 0
        ? await tx
            .deleteFrom('cart_lines')
            .where((eb) => eb.and({ shop_id: of[0], cart_id: of[1], variant_id: of[2] }))
            .executeTakeFirst()
            .then((result) => result.numDeletedRows)
        : await tx
            .updateTable('cart_lines')
            .set({ quantity })
            .where((eb) => eb.and({ shop_id: of[0], cart_id: of[1], variant_id: of[2] }))
            .executeTakeFirst()
            .then((result) => result.numUpdatedRows)
    return changed ? done(null) : refused('line_not_found')
  })
}
