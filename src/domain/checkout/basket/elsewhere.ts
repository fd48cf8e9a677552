import type { SoldBy } from '#domain/carts/index.ts'
import type { HandedOver } from '#domain/stores/index.ts'

type Line = { variantId: string; store: SoldBy | null; total: number; problem: { kind: string } | null }

/** What one store elsewhere sells of a basket. `handedAt` is when it was last taken there, of a line and of any of them. */
export type StoreGroup<L extends Line> = {
  store: SoldBy
  lines: (L & { handedAt: Date | null })[]
  /** What the goods come to at the prices shown here, in minor units; the store has the last word. */
  total: number
  handedAt: Date | null
}

/** Lines by the store that sells them, in the order in which they were put in; ours are left out. */
export function groupsOf<L extends Line>(
  lines: readonly L[],
  handed: readonly HandedOver[] = []
): StoreGroup<L>[] {
  const groups = new Map<string, StoreGroup<L>>()
  for (const line of lines) {
    if (!line.store) continue
    const group = groups.get(line.store.id) ?? { store: line.store, lines: [], total: 0, handedAt: null }
    groups.set(line.store.id, group)
    const there = handed.filter(({ storeId }) => storeId === line.store!.id)
    const last = there.find(({ variantIds }) => variantIds.includes(line.variantId))
    group.lines.push({ ...line, handedAt: last?.handedAt ?? null })
    group.handedAt ??= there[0]?.handedAt ?? null
    if (line.problem?.kind !== 'gone') group.total += line.total
  }
  return [...groups.values()]
}
