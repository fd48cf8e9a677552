import { error } from '@sveltejs/kit'
import { listProducts, listProductsByIds } from '#domain/catalog/index.ts'
import { rising } from '#domain/metrics/index.ts'
import type { PageServerLoad } from './$types'

const STATUS = { link_not_found: 404, link_gone: 410, link_malformed: 400 } as const
type Why = keyof typeof STATUS

/**
 * Where a dead link ends: what happened, and goods that people want just now. The API shows it in place of /l/{code}
 * and /buy/{items}; it is as deep as they are, so that relative addresses of scripts and styles hold.
 */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { ctx, shop } = locals
  const why = (Object.keys(STATUS) as Why[]).find((one) => one === params.why)
  if (!why) error(404, 'No such page.')
  locals.status = STATUS[why]
  const wanted = await rising(ctx, shop.id, shop.timezone, 8)
  const [up, { products }] = await Promise.all([
    listProductsByIds(
      ctx,
      shop.id,
      wanted.map(({ id }) => id)
    ),
    listProducts(ctx, shop.id, { limit: 8 })
  ])
  const others = products.filter(({ id }) => !up.some((product) => product.id === id))
  return { frame: 'wide' as const, why, products: [...up, ...others].slice(0, 8) }
}
