// The one append-only record of everything that happens on a square, and the views kept beside it.
export { append, appendAlone } from './append.ts'
export type { Entry, Source, Subject, SubjectKind } from './entry.ts'
export { INTAKE_KINDS, type IntakeKind, type Kind, type Payloads } from './kinds.ts'
export { jobId, jobIdInSql } from './job-id.ts'
export { later, type Topic, type Topics } from './outbox.ts'
export { project, rebuild, type Projection, type Slice } from './project.ts'
export { sqlArray } from './sql-array.ts'
export { write } from './write.ts'
