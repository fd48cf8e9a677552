import {
  listCollections,
  listProducts,
  type CollectionLine,
  type ProductCard
} from '#domain/catalog/index.ts'
import { cardOfCollection, cardOfShop } from '#domain/pages/index.ts'
import * as m from '#messages'
import { describeList } from '../../head/describe-list.ts'
import { placeOf } from '../../head/place.ts'
import { trail } from '../../head/trail.ts'
import { Unsent } from '../../whole-page.ts'
import type { PageServerLoad, PageServerLoadEvent } from './$types'

/** Everything on sale, or a collection or tag of it. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event
  const { ctx, shop } = locals
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 255) || null
  const [collection, tag] = [asked('collection'), asked('tag')]
  const [shelf, collections] = await Promise.all([
    listProducts(ctx, shop.id, { collection, tag, cursor: asked('after') }),
    listCollections(ctx, shop.id)
  ])
  const chosen = collections.find(({ handle }) => handle === collection) ?? null
  tell(event, chosen, shelf.products)
  const whole = {
    frame: 'wide' as const,
    ...{ ...shelf, tag, collection: chosen },
    collections: collections.filter(({ products }) => products > 0)
  }
  return { unsent: new Unsent(whole) }
}

/** What other programs are told of the shelf, or of a collection. */
function tell(
  event: PageServerLoadEvent,
  chosen: CollectionLine | null,
  products: readonly ProductCard[]
): void {
  const { shop } = event.locals
  const place = placeOf(event)
  const card = chosen
    ? cardOfCollection(chosen, products)
    : { ...cardOfShop(shop, []), path: '/products', title: m.places_products() }
  const way = [
    { name: shop.name, path: '/' },
    { name: m.places_products(), path: '/products' },
    ...(chosen ? [{ name: card.title, path: card.path }] : [])
  ]
  event.locals.about = {
    card,
    type: 'website',
    things: [trail(place, way), describeList(products, { ...place, name: card.title, path: card.path })]
  }
}
