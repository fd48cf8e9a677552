import type { Kind, Payloads } from './kinds.ts'

export type SubjectKind =
  'post' | 'product' | 'link' | 'cart' | 'order' | 'store_order' | 'member' | 'shop' | 'import'

/** What an entry is about. */
export type Subject = { kind: SubjectKind; id: string | null }

/** Where it came from: which post, product, link, campaign or creator led to it, on which network. */
export type Source = {
  postId?: string | null
  productId?: string | null
  linkCode?: string | null
  campaignId?: string | null
  creatorId?: string | null
  network?: string | null
}

/** One line of the ledger. `quantity` counts what happened, `amount` is minor units of the shop's currency. */
export type Entry<K extends Kind = Kind> = {
  [Each in K]: {
    kind: Each
    /** A member's id, a visitor's key, or null for the shop itself. */
    actor: string | null
    subject: Subject
    source?: Source
    quantity?: number
    amount?: number
    payload: Payloads[Each]
    /** When it happened; now, if not given. */
    occurredAt?: Date
    /** A second entry with the same key is not written. */
    dedupeKey?: string
  }
}[K]
