import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { RetentionInput } from './schema.ts'

/** Sets how long the shop keeps what, each within its bounds. What is longer ago goes with the next daily run. */
export async function changeRetention(
  ctx: Context,
  { shopId }: Actor,
  input: unknown
): Promise<Outcome<null, 'invalid'>> {
  const read = parse(RetentionInput, input)
  if (!read.ok) return read
  const { booksYears: books_years, booksBuyer: books_buyer, ...days } = read.value
  return write(ctx, shopId, async (tx) => {
    // Whoever looked at them knows that nobody changes them before they did.
    await tx.selectFrom('shops').select('shop_id').where('shop_id', '=', shopId).forNoKeyUpdate().execute()
    const row = { days: JSON.stringify(days), books_years, books_buyer, updated_at: ctx.clock.now() }
    await tx
      .insertInto('privacy_settings')
      .values({ shop_id: shopId, ...row })
      .onConflict((conflict) => conflict.column('shop_id').doUpdateSet(row))
      .execute()
    await tx
      .updateTable('retention_looks')
      .set({ looked_at: new Date(0) })
      .where('shop_id', '=', shopId)
      .execute()
    return done(null)
  })
}
