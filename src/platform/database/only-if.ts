import { AsyncLocalStorage } from 'node:async_hooks'
import type { Outcome } from '../outcome.ts'
import type { Tx } from './transact.ts'

type Refusal = Extract<Outcome<unknown>, { ok: false }>
type Condition = { holds: (tx: Tx) => Promise<Refusal | undefined>; met: boolean }

const condition = new AsyncLocalStorage<Condition>()

/**
 * Runs work whose first transaction begins with a condition: where it does not hold, that transaction is undone and its
 * refusal is the work's. What the condition locks stays locked until the commit, so nothing comes between the two.
 */
export async function onlyIf<O extends Outcome<unknown>>(
  holds: Condition['holds'],
  work: () => Promise<O>
): Promise<O> {
  const asked = { holds, met: false }
  const outcome = await condition.run(asked, work)
  if (outcome.ok && !asked.met) throw new Error('work with a condition was done without a transaction')
  return outcome
}

/** Asks the condition at hand, once: tries that came to nothing ask again, what follows a commit does not. */
export async function unmet(tx: Tx): Promise<Refusal | undefined> {
  const asked = condition.getStore()
  return asked && !asked.met ? asked.holds(tx) : undefined
}

/** A transaction was committed: its condition was met. */
export function meet(): void {
  const asked = condition.getStore()
  if (asked) asked.met = true
}
