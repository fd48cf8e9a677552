import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { refused, type Outcome } from '#platform/outcome.ts'
import type { PlanRefusal } from './check-plans.ts'
import { lockProduct } from './locks.ts'
import { lookAgain } from '#platform/database/look-again.ts'
import { readFields } from './read-fields.ts'
import { makePlan } from './plan.ts'
import { savePlans, type Saved } from './save-plans.ts'
import type { ProductInput } from './schema.ts'

export type SaveProductRefusal =
  'invalid' | 'product_not_found' | 'product_stale' | 'variant_not_found' | PlanRefusal

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
      if (existing && version !== existing.row.version) return refused('product_stale')
      const plan = makePlan(ctx.ids, read.value, existing)
      if (!plan.ok) return plan
      const { outcomes, entries } = await savePlans(ctx, tx, actor, [plan.value])
      if (outcomes[0]!.ok) await append(ctx, tx, shopId, entries)
      return outcomes[0]!
    })
  return lookAgain(save)
}
