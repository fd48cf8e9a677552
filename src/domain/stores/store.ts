import type { StoreKind } from './schema.ts'

/** A store elsewhere. Its secret is never part of it. */
export type Store = {
  id: string
  name: string
  kind: StoreKind
  /** With https and without a slash at its end; a UCP store's is its permalink endpoint. */
  address: string
  /** The unguessable end of the address at which its webhooks are taken. */
  inbox: string
  hasSecret: boolean
  lastHeardAt: Date | null
  version: number
  createdAt: Date
  disabledAt: Date | null
  /** How many of the shop's variants are sold there. */
  goods: number
}
