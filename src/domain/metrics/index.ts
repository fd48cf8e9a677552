// What came of it: counts, comparisons and plain sentences over one rollup of the ledger.
export { writeResultsCsv, type CsvHeadings } from './csv.ts'
export { flow, type FlowLane } from './flow.ts'
export { leadOf, type Lead, type Trend } from './lead.ts'
export {
  aov,
  ctr,
  DIMENSIONS,
  engagementRate,
  MEASURES,
  ratio,
  type Dimension,
  type Measure,
  type Measures
} from './measures.ts'
export { nextSteps, type NextStep } from './next-steps.ts'
export { ranked, type Ranked } from './ranked.ts'
export { daily, totals, type Compared } from './results.ts'
export { rising, type Rising } from './rising.ts'
export { rollupHours } from './rollup-hours.projection.ts'
export { subjectsOf, type Subject } from './subjects.ts'
export { clickingVisitors } from './visitors.ts'
export { daysOf, windowBefore, windowOf, type Window, type WindowInput } from './window.ts'
