import { error } from '@sveltejs/kit'
import { findContact } from '#domain/contacts/index.ts'
import { listPastOrders } from '#domain/past-orders/index.ts'
import { isUuid } from '#platform/ids.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop }, params }) => {
  const contact = isUuid(params.id) ? await findContact(ctx, shop.id, params.id) : undefined
  if (!contact) error(404, 'No such contact.')
  const { orders } = await listPastOrders(ctx, shop.id, contact.id)
  return { contact, orders }
}
