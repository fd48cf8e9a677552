import * as m from '#messages'
import type { ProductState } from '#domain/catalog/index.ts'

export const STATES: readonly ProductState[] = ['active', 'draft', 'archived']

export const stateName = (state: ProductState): string =>
  ({ active: m.goods_state_active, draft: m.goods_state_draft, archived: m.goods_state_archived })[state]()

export const stateTone = (state: ProductState) =>
  (({ active: 'green', draft: 'yellow', archived: 'plain' }) as const)[state]
