import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { lockProduct } from './locks.ts'
import { lookAgain } from '#platform/database/look-again.ts'
import { readFields } from './read-fields.ts'
import { saveFields, type Saved } from './save-fields.ts'
import type { ProductInput } from './schema.ts'
import type { VariantRefusal } from './save-variants.ts'

export type SaveProductRefusal = 'invalid' | 'product_not_found' | 'stale' | 'handle_taken' | VariantRefusal

/** Saves the whole of a product, or nothing. Someone who edited an older version is told so and loses nothing. */
export async function saveProduct(
  ctx: Context,
  actor: Actor,
  input: ProductInput
): Promise<Outcome<Saved, SaveProductRefusal>> {
  const read = readFields(input)
  if (!read.ok) return read
  const { shopId } = actor
  const { id, version } = read.value
  const save = () =>
    write(ctx, shopId, async (tx): Promise<Outcome<Saved, SaveProductRefusal>> => {
      const existing = id ? await lockProduct(tx, shopId, id) : undefined
      if (id && !existing) return refused('product_not_found')
      if (existing && version !== existing.row.version) return refused('stale')
      const saved = await saveFields(ctx, tx, actor, read.value, existing)
      if (!saved.ok) return saved
      await append(ctx, tx, shopId, saved.value.entries)
      return done({ id: saved.value.id, change: saved.value.change })
    })
  return lookAgain(save)
}
