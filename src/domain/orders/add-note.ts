import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { insertEvent } from './events.ts'
import { lockOrder } from './locks.ts'
import { noteInput } from './schema.ts'

/** A note for the others in the studio; the buyer never sees it. */
export async function addNote(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof noteInput>
): Promise<Outcome<null, 'invalid' | 'not_found'>> {
  const parsed = parse(noteInput, input)
  if (!parsed.ok) return parsed
  const { orderId, text } = parsed.value
  return write(ctx, actor.shopId, async (tx) => {
    if (!(await lockOrder(tx, actor.shopId, orderId))) return refused('not_found')
    const event = { orderId, kind: 'note', actor: actor.memberId, data: { text } } as const
    await insertEvent(ctx, tx, actor.shopId, event)
    return done(null)
  })
}
