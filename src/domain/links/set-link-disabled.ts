import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Puts a link out of use, or back into it. Its counts stay; who follows it meanwhile is shown something else. */
export async function setLinkDisabled(
  ctx: Context,
  actor: Actor,
  { code, disabled }: { code: string; disabled: boolean }
): Promise<Outcome<null, 'link_not_found'>> {
  return write(ctx, actor.shopId, async (tx) => {
    const row = await tx
      .updateTable('links')
      .set({ disabled_at: disabled ? ctx.clock.now() : null })
      .where('shop_id', '=', actor.shopId)
      .where('code', '=', code)
      .returning('code')
      .executeTakeFirst()
    return row ? done(null) : refused('link_not_found')
  })
}
