import { z } from '@hono/zod-openapi'

const count = z.int().min(0)

/** How an import stands; `bytesRead` of `fileBytes` is its progress. */
export const Import = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    fileBytes: count,
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    overwriteStock: z.boolean(),
    bytesRead: count,
    rowsRead: count,
    productsDone: count,
    created: count,
    updated: count,
    unchanged: count,
    skipped: count,
    problems: count.openapi({ description: 'Remarks on rows, of every kind; see problems.csv.' }),
    problem: z.string().nullable().openapi({ description: 'Why the file as a whole was refused.' }),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    pictures: z.object({ queued: count, done: count, failed: count })
  })
  .openapi('Import')
