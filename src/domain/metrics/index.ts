// What came of it: counts, comparisons and plain sentences over one rollup of the ledger.
export { rollupHours } from './rollup-hours.projection.ts'
