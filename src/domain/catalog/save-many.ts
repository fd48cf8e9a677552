import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import type { Entry } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Outcome } from '#platform/outcome.ts'
import { lockProductsByHandle, type Existing } from './locks.ts'
import { makePlan } from './plan.ts'
import { readFields } from './read-fields.ts'
import { savePlans, type Saved } from './save-plans.ts'
import type { SaveProductRefusal } from './save-product.ts'
import type { ProductInput } from './schema.ts'

/** A product by its handle; what to write may depend on what is there. */
export type Wanted = { handle: string; input(existing: Existing | undefined): ProductInput }

/**
 * Saves many products in the caller's transaction, each whole or not at all; handles must differ. The caller holds
 * what keeps two such runs apart, and appends the entries last.
 */
export async function saveMany(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  wanted: readonly Wanted[]
): Promise<{ outcomes: Outcome<Saved, SaveProductRefusal>[]; entries: Entry[] }> {
  if (wanted.length === 0) return { outcomes: [], entries: [] }
  const existing = await lockProductsByHandle(tx, actor.shopId, wanted.map(({ handle }) => handle)) // prettier-ignore
  const planned = wanted.map((one) => {
    const there = existing.get(one.handle)
    const read = readFields(one.input(there))
    return read.ok ? makePlan(ctx.ids, read.value, there) : read
  })
  const plans = planned.flatMap((plan) => (plan.ok ? plan.value : []))
  const { outcomes, entries } = await savePlans(ctx, tx, actor, plans)
  const saved = outcomes.values()
  return { outcomes: planned.map((plan) => (plan.ok ? saved.next().value! : plan)), entries }
}
