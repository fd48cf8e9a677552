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

/** Takes a slice of what is too old away. `left` says whether there may be more. */
export type Slice = (wanted: Wanted) => Promise<number | { gone: number; left: boolean }>

/** Enough rows for one short transaction. */
export const AT_A_TIME = 1_000
