import { error } from '@sveltejs/kit'
import { findOrder } from '#domain/orders/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop }, params }) => {
  const order = await findOrder(ctx, shop.id, params.id)
  if (!order?.number) error(404, 'not_found')
  return { order }
}
