// How long things are kept: rules that really delete, day by day, and the record of what they deleted.
export { changeRetention } from './change-retention.ts'
export { listRuns, retentionOf, type RetentionRun, type RetentionView } from './queries.ts'
export { keepRules } from './keep-rules.ts'
