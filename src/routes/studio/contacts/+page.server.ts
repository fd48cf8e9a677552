import { listContacts } from '#domain/contacts/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop }, url }) => {
  const words = url.searchParams.get('q')?.trim().slice(0, 80) ?? ''
  return { words, ...(await listContacts(ctx, shop.id, { words, after: url.searchParams.get('after') })) }
}
