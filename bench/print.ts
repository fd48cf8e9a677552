import { labels, reached, type Figures, type Label } from './figures.ts'
import type { Machine } from './machine.ts'

export type Results = Record<string, Figures>

const asText = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 })
const withUnit = (value: number, unit = ''): string => [asText(value), unit].filter(Boolean).join(' ')

const aimOf = ({ atLeast, atMost, unit }: Label): string => {
  if (atLeast !== undefined && atLeast === atMost) return asText(atLeast)
  if (atLeast !== undefined) return `≥ ${withUnit(atLeast, unit)}`
  return atMost === undefined ? '' : `≤ ${withUnit(atMost, unit)}`
}

const machineLine = ({ cpu, cores, memoryGb, node, postgres, date }: Machine): string =>
  `${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node}, PostgreSQL ${postgres}, ${date}`

/** Every figure with its name, in the order in which they are listed. */
function rows(results: Results): { label: Label; value: number }[] {
  return Object.entries(results).flatMap(([name, figures]) =>
    Object.entries(figures).map(([key, value]) => ({
      label: labels[name]?.[key] ?? { text: `${name} ${key}` },
      value
    }))
  )
}

/** The table of the README. */
export function markdown(machine: Machine, results: Results): string {
  const lines = rows(results).map(
    ({ label, value }) => `| ${label.text} | ${withUnit(value, label.unit)} | ${aimOf(label)} |`
  )
  return ['| What | Measured | Aim |', '|---|---:|---:|', ...lines, '', `On ${machineLine(machine)}.`].join(
    '\n'
  )
}

/** The same for a terminal; a figure that misses its aim is marked. */
export function plain(machine: Machine, results: Results): string {
  const lines = rows(results).map(({ label, value }) => {
    const mark = reached(label, value) === false ? '  ← missed' : ''
    return `${withUnit(value, label.unit).padStart(18)}  ${label.text}  ${aimOf(label)}${mark}`
  })
  return [machineLine(machine), ...lines].join('\n')
}
