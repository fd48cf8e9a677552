import { z } from '@hono/zod-openapi'

const count = z.int().min(0)

export const Kind = z.enum(['products', 'coupons', 'customers', 'orders'])

/** How an import stands; `bytesRead` of `fileBytes` is its progress. */
export const Import = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    fileBytes: count,
    kind: Kind,
    state: z.enum(['preview', 'queued', 'running', 'done', 'failed', 'cancelled']),
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
    sameFile: z
      .object({ id: z.uuid(), state: z.string() })
      .nullable()
      .openapi({ description: 'Another import of the very same file that waits, goes on or is done.' }),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    pictures: z.object({ queued: count, done: count, failed: count })
  })
  .openapi('Import')

const columns = z.record(z.string(), count)

/** How a file is read: as what, or which column (counted from 0) is what. */
export const Reading = z
  .object({
    kind: Kind.optional(),
    format: z.enum(['shopify', 'woocommerce', 'feed', 'medusa', 'mapped']).nullish(),
    mapping: columns.nullish(),
    overwriteStock: z.boolean().optional()
  })
  .openapi('ImportReading')

/** The first ten products as they would become; nothing of them is kept. */
export const Preview = z
  .object({
    kind: Kind,
    format: z
      .string()
      .nullable()
      .openapi({ description: 'What the file is read as; null when nobody knows.' }),
    xml: z.boolean(),
    headings: z.array(z.string()),
    samples: z.array(z.array(z.string())).openapi({ description: 'The first rows as they stand.' }),
    mapping: columns.nullable(),
    fields: z.array(z.string()).openapi({ description: 'What a column can be said to be.' }),
    lines: z.array(
      z.object({
        row: count,
        handle: z.string().nullable(),
        title: z.string().nullable(),
        about: z.string().nullable(),
        change: z.enum(['created', 'updated', 'unchanged', 'refused']),
        price: z.object({ from: count, to: count }).nullable(),
        stock: count.nullable(),
        variants: count,
        pictures: count,
        remarks: z.array(
          z.object({
            code: z.string(),
            detail: z.string().nullable(),
            field: z.string().nullable(),
            notice: z.boolean()
          })
        )
      })
    ),
    counts: z.object({ products: count, here: count, refused: count, sales: count }).nullable().openapi({
      description:
        'Of the whole file, when it is short enough to be read at once. `sales` are orders that carry a code of this shop.'
    }),
    problem: z.object({ code: z.string(), detail: z.string().optional() }).nullable()
  })
  .openapi('ImportPreview')
