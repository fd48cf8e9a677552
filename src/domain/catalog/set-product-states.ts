import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'

const states = ['draft', 'active', 'archived'] as const
export type ProductState = (typeof states)[number]
export type StateChange = { id: string; state: ProductState }

const changes = z.array(z.object({ id: z.uuid(), state: z.enum(states) })).max(500)

/**
 * Puts products on sale, away, or back among the drafts. Answers what each was before: handed in again, that undoes
 * it. Products of another shop, and those that are so already, are passed over.
 */
export async function setProductStates(
  ctx: Context,
  actor: Actor,
  input: readonly StateChange[]
): Promise<Outcome<{ before: StateChange[] }, 'invalid'>> {
  const parsed = parse(changes, input)
  if (!parsed.ok) return parsed
  const wanted = new Map(parsed.value.map(({ id, state }) => [id, state]))
  return write(ctx, actor.shopId, async (tx) => {
    const { rows: before } = await sql<StateChange>`
      select p.id, p.state from products p
      join unnest(${[...wanted.keys()]}::uuid[], ${[...wanted.values()]}::text[]) as w (id, state) on w.id = p.id
      where p.shop_id = ${actor.shopId} and p.state <> w.state
      order by p.handle for update of p`.execute(tx)
    await sql`
      update products p set state = w.state, version = p.version + 1, updated_at = ${ctx.clock.now()}
      from unnest(${before.map(({ id }) => id)}::uuid[], ${before.map(({ id }) => wanted.get(id))}::text[])
        as w (id, state)
      where p.shop_id = ${actor.shopId} and p.id = w.id`.execute(tx)
    return done({ before })
  })
}
