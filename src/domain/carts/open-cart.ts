import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { hashSecret } from '#platform/ids.ts'

/** A cart just opened, with the secret that opens it again: told once, kept only as a hash. */
export type Opened = { id: string; token: string }

/** Opens a cart. Answers undefined when the member opened one in another window at this very moment. */
export async function openCart(
  ctx: Pick<Context, 'ids' | 'clock'>,
  tx: Tx,
  actor: Actor,
  input: { country: string; locale: string; clickId: string | null }
): Promise<Opened | undefined> {
  const now = ctx.clock.now()
  const token = ctx.ids.secret()
  const row = await tx
    .insertInto('carts')
    .values({
      shop_id: actor.shopId,
      id: ctx.ids.next(),
      token_hash: hashSecret(token),
      member_id: actor.memberId,
      country: input.country,
      locale: input.locale,
      click_id: input.clickId,
      created_at: now,
      updated_at: now
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row && { id: row.id, token }
}
