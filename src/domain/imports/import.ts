import type { FormatName } from '#domain/catalog/index.ts'
import type { ImportKind } from './records/index.ts'
import type { Lifecycle } from '#platform/lifecycle.ts'

export type ImportState = 'preview' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/**
 * What is looked at first waits until it is brought in or thrown away. A running import may be taken up again by another
 * worker; nothing leads out of an end.
 */
export const importLifecycle: Lifecycle<ImportState> = {
  preview: ['queued', 'cancelled'],
  queued: ['running', 'cancelled', 'failed'],
  running: ['running', 'done', 'failed', 'cancelled'],
  done: [],
  failed: [],
  cancelled: []
}

/** An import that a worker is at. */
export type Run = {
  id: string
  shopId: number
  fileKey: string
  currency: string
  locationId: string
  overwriteStock: boolean
  startedBy: string | null
  /** How many items of the reader's stream are behind us; a batch commits only if nobody has gone further. */
  itemsRead: number
  problems: number
  kind: ImportKind
  /** What the owner said the file is; else its headings tell. */
  format: FormatName | null
  /** Which column the owner says holds what, by the names of the kind's fields. */
  mapping: Record<string, number> | null
  /** When the file was handed in: the moment whose prices hold, however often it is read. */
  createdAt: Date
}
