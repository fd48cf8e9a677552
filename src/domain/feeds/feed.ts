import type { FeedNetwork, FeedSettings } from './schema.ts'

/** A feed as it is kept. */
export type Feed = {
  id: string
  code: string
  name: string
  network: FeedNetwork
  country: string
  locale: string
  settings: FeedSettings
  linkCode: string
  version: number
  createdAt: Date
  disabledAt: Date | null
  fingerprint: string | null
  checkedAt: Date | null
  items: number
  refused: number
  fetchedAt: Date | null
  fetchedBy: string | null
}

export const feedColumns = [
  'id',
  'code',
  'name',
  'network',
  'country',
  'locale',
  'settings',
  'link_code as linkCode',
  'version',
  'created_at as createdAt',
  'disabled_at as disabledAt',
  'fingerprint',
  'checked_at as checkedAt',
  'items',
  'refused',
  'fetched_at as fetchedAt',
  'fetched_by as fetchedBy'
] as const
