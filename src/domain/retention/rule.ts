import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'

export type Wanted = {
  ctx: Context
  /** The transaction of the slice, in which it is recorded, too. */
  tx: Tx
  shopId: number
  /** What is older goes. */
  before: Date
}

export type Told = { gone: number; left: boolean }

/**
 * Takes a slice of what is too old away. `left` says whether there may be more. What takes locks of its own in other
 * transactions is answered as work to do once the slice is committed and holds nothing.
 */
export type Slice = (wanted: Wanted) => Promise<number | Told | (() => Promise<Told>)>

/** Enough rows for one short transaction. */
export const AT_A_TIME = 1_000
