import { listImports } from '#domain/imports/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop }, url }) => ({
  imports: await listImports(ctx, shop.id),
  refusal: url.searchParams.get('refusal')
})
