import type { Selectable } from 'kysely'
import type { DB } from '#platform/database/index.ts'

/** One followed link or tapped Buy, as it is stored. */
export type Touch = Selectable<DB['touches']>
