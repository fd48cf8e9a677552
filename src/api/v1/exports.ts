import { stream } from 'hono/streaming'
import { beginExport, exportPermission } from '#domain/exports/index.ts'
import { EXPORT_FORMATS, EXPORTS, spanInput, type ExportFormat, type What } from '#domain/exports/schema.ts'
import { done } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { operation } from '../operation.ts'

/** Everything a shop has, as files that other programs read; each download is noted. */
export const exports = openApp()

const TYPES = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const
const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)

for (const what of EXPORTS) for (const format of EXPORT_FORMATS) offer(what, format)

function offer(what: What, format: ExportFormat): void {
  const shape = format === 'csv' ? 'a CSV file' : 'JSON, one record on each line'
  operation(
    exports,
    {
      ...{ name: `export${capital(what)}${capital(format)}`, method: 'get', path: `/${what}.${format}` },
      ...{ permission: exportPermission(what), query: spanInput, file: TYPES[format] },
      ...{
        summary: `The shop’s ${what} as ${shape}`,
        description: 'UTF-8, row by row, however many there are.'
      }
    },
    async ({ c, ctx, actor, shop, query }) => {
      const origin = new URL(c.req.url).origin
      const begun = await beginExport(ctx, actor, shop, { what, format, origin, ...query })
      if (!begun.ok) return begun
      const { name, pieces } = begun.value
      c.header('content-type', `${TYPES[format]}; charset=utf-8`)
      c.header('content-disposition', `attachment; filename="${name}"`)
      c.header('cache-control', 'private, no-store')
      const file = stream(c, async (out) => {
        for await (const piece of pieces) {
          if (out.aborted) break
          await out.write(piece)
        }
      })
      return done(file)
    }
  )
}
