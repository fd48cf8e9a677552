import { z } from 'zod'
import type { Kind } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { id } from './fields.ts'
import type { LedgerRow } from './ledger-row.ts'

/** One kind of event: what it is told from, and how. */
export type Describe<S extends z.ZodObject> = {
  /** The ledger's kind it is told from. */
  kind: Kind
  /** What happened, in the documentation's words. */
  says: string
  /** What `data` holds. */
  data: S
  read: (row: LedgerRow, currency: string) => z.input<S>
  /** Events with the same subject reach a receiver in the order in which they happened. */
  subject: (row: LedgerRow) => string
}

export const event = <S extends z.ZodObject>(describe: Describe<S>): Describe<S> => describe

/** A visitor's key is nobody's business: only members have an id that can be told. */
export const member = (row: LedgerRow) => (isUuid(row.actor) ? row.actor : null)
export const from = (row: LedgerRow, name: string) => row.payload?.[name]

export const source = { postId: id.nullable(), campaignId: id.nullable(), linkCode: z.string().nullable() }
export const sourceOf = ({ postId, campaignId, linkCode }: LedgerRow) => ({ postId, campaignId, linkCode })
