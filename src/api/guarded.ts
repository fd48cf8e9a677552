import { onlyIf } from '#platform/database/index.ts'
import type { Outcome } from '#platform/outcome.ts'
import type { AnyAsk, AnySpec } from './operation.ts'
import { stateOf } from './watched.ts'

/** Answered as 412 (answer.ts); nobody but a program meets it. */
const STALE = { ok: false, refusal: 'state_stale' } as const

/**
 * Runs an operation on a watched thing. A read says which state it answers; an edit with If-Match is done only to the
 * state it names, which its own transaction looks at again and holds (decision 015).
 */
export async function guarded(
  { watches, method }: AnySpec,
  ask: AnyAsk,
  run: (ask: AnyAsk) => Promise<Outcome<unknown>>
): Promise<Outcome<unknown>> {
  if (!watches) return run(ask)
  if (method === 'get') {
    // Before the answer is read: a state that is older than what is answered can only refuse an edit too many.
    ask.c.set('state', await stateOf(ask.ctx.db, watches, ask))
    return run(ask)
  }
  if (ask.state === undefined) return run(ask)
  return onlyIf(
    async (tx) => {
      const now = await stateOf(tx, watches, ask)
      return now === undefined || now === ask.state ? undefined : STALE
    },
    () => run(ask)
  )
}
