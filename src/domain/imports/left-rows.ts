import type { reading, RowRange } from '#domain/catalog/index.ts'

/** Which rows of the file were left out: noted as they come, told when all are in. */
export type LeftRows = {
  note(item: reading.AnyItem): void
  add(...stretches: readonly RowRange[]): void
  /** Whether a row was left out; asked in the order of the file. */
  asker(): ((row: number) => boolean) | null
}

export function createLeftRows(): LeftRows {
  const ranges: RowRange[] = []

  function add(...stretches: readonly RowRange[]): void {
    for (const [first, last] of stretches) {
      const before = ranges.at(-1)
      if (before && first >= before[0] && first <= before[1] + 1) before[1] = Math.max(before[1], last)
      else ranges.push([first, last])
    }
  }

  function note(item: reading.AnyItem): void {
    if (item.kind === 'problem') add([item.row, item.row])
    else if (item.kind === 'notice' && item.code === 'product_skipped' && item.rows)
      add(...stretchesOf({ ...item, rows: item.rows }))
  }

  function asker() {
    if (ranges.length === 0) return null
    ranges.sort(([a], [b]) => a - b)
    let at = 0
    return (row: number): boolean => {
      while (at < ranges.length && ranges[at]![1] < row) at++
      return at < ranges.length && ranges[at]![0] <= row
    }
  }

  return { note, add, asker }
}

/** All rows of a product, wherever in the file they stand. */
export const stretchesOf = ({ rows, apart }: { rows: RowRange; apart?: RowRange[] }): readonly RowRange[] =>
  apart ?? [rows]
