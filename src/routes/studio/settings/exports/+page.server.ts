import { listExports } from '#domain/exports/index.ts'
import { EXPORT_FORMATS, EXPORTS, spanInput } from '#domain/exports/schema.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop }, url }) => {
  const asked = {
    from: url.searchParams.get('from') || undefined,
    to: url.searchParams.get('to') || undefined
  }
  const span = spanInput.safeParse(asked)
  const { from = '', to = '' } = span.success ? span.data : {}
  return { from, to, files: EXPORTS, formats: EXPORT_FORMATS, downloads: await listExports(ctx, shop.id) }
}
