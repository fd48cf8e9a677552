import { listCollections, listProducts } from '#domain/catalog/index.ts'
import { Unsent } from '../../whole-page.ts'
import type { PageServerLoad } from './$types'

/** Everything on sale, or a collection or tag of it. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { ctx, shop } = locals
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 255) || null
  const [collection, tag] = [asked('collection'), asked('tag')]
  const [shelf, collections] = await Promise.all([
    listProducts(ctx, shop.id, { collection, tag, cursor: asked('after') }),
    listCollections(ctx, shop.id)
  ])
  const whole = {
    frame: 'wide' as const,
    ...shelf,
    tag,
    collection: collections.find(({ handle }) => handle === collection) ?? null,
    collections: collections.filter(({ products }) => products > 0)
  }
  return { unsent: new Unsent(whole) }
}
