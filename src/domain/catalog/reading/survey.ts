import type { Keys } from './formats/format.ts'
import type { CsvRecord } from './records.ts'
import { createSeen } from './seen.ts'

/** Which rows belong together: a row's group is the number of the row that leads it. */
export type Survey = {
  note(record: CsvRecord): void
  groupOf(record: CsvRecord): number
  /** Whether some product's rows do not stand together, its leading row first. */
  scattered(): boolean
}

export function createSurvey({ keysOf }: { keysOf(record: CsvRecord): Keys }): Survey {
  const leaders = createSeen()
  let apart = false
  let current = 0

  function groupOf(record: CsvRecord): number {
    const { of } = keysOf(record)
    return (of === undefined ? undefined : leaders.rowOf(of)) ?? record.row
  }

  function note(record: CsvRecord): void {
    const { own, of } = keysOf(record)
    for (const key of own) if (leaders.rowOf(key) === undefined) leaders.remember(key, record.row)
    const leader = of === undefined ? record.row : leaders.rowOf(of)
    // A leader that has not come yet, or whose rows ended before.
    if (leader === undefined || (leader !== current && leader !== record.row)) apart = true
    current = leader ?? record.row
  }

  return { note, groupOf, scattered: () => apart }
}
