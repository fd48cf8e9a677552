import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import type { Entry } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Outcome } from '#platform/outcome.ts'
import { lockProductsByHandle, type Existing } from './locks.ts'
import { readFields } from './read-fields.ts'
import { saveFields, type Saved } from './save-fields.ts'
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
  const outcomes: Outcome<Saved, SaveProductRefusal>[] = []
  const entries: Entry[] = []
  if (wanted.length === 0) return { outcomes, entries }
  const existing = await lockProductsByHandle(tx, actor.shopId, wanted.map(({ handle }) => handle)) // prettier-ignore
  for (const one of wanted) {
    const saved = await saveOne(ctx, tx, actor, one, existing.get(one.handle))
    outcomes.push(saved)
    if (saved.ok) entries.push(...saved.value.entries)
  }
  return { outcomes, entries }
}

async function saveOne(ctx: Context, tx: Tx, actor: Actor, one: Wanted, existing: Existing | undefined) {
  const read = readFields(one.input(existing))
  if (!read.ok) return read
  await sql`savepoint product`.execute(tx)
  const saved = await saveFields(ctx, tx, actor, read.value, existing)
  await (saved.ok ? sql`release savepoint product` : sql`rollback to savepoint product`).execute(tx)
  return saved
}
