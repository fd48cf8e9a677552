import type { Transaction } from 'kysely'
import type { Outcome } from '../outcome.ts'
import { beforeWork } from './before-work.ts'
import type { Db } from './connect.ts'
import { meet, unmet } from './only-if.ts'
import type { DB } from './schema.ts'

export type Tx = Transaction<DB>

/** Thrown inside a transaction to undo it; carries the refusal out to the caller. */
class Undone extends Error {
  readonly outcome: Outcome<never>
  constructor(outcome: Outcome<never>) {
    super('undone')
    this.outcome = outcome
  }
}

const DEADLOCK = '40P01'
const SERIALIZATION = '40001'
const TRIES = 4

/** Runs a command's work in one transaction. A refusal rolls everything back; a deadlock is tried again. */
export async function transact<O extends Outcome<unknown>>(db: Db, work: (tx: Tx) => Promise<O>): Promise<O> {
  for (let attempt = 1; ; attempt++) {
    try {
      const done = await db.transaction().execute(async (tx) => {
        await beforeWork.getStore()?.(tx)
        const stop = await unmet(tx)
        if (stop) throw new Undone(stop)
        const outcome = await work(tx)
        if (!outcome.ok) throw new Undone(outcome)
        return outcome
      })
      meet()
      return done
    } catch (error) {
      if (error instanceof Undone) return error.outcome as O
      if (attempt === TRIES || !isTransient(error)) throw error
    }
  }
}

function isTransient(error: unknown): boolean {
  const code = (error as { code?: string }).code
  return code === DEADLOCK || code === SERIALIZATION
}
