// What a shop takes with it: its goods, orders, people, posts and record as files, row by row however many there are.
export { beginExport, type ExportInput } from './begin-export.ts'
export { exportPermission } from './export.ts'
export { listExports, type ExportView } from './queries.ts'
