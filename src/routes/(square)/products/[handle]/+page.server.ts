import { error } from '@sveltejs/kit'
import { findProduct, listProducts, type ProductPage } from '#domain/catalog/index.ts'
import { cardOfProduct, pathOf } from '#domain/pages/index.ts'
import { jpegPath } from '#domain/pictures/index.ts'
import { listPostsShowing } from '#domain/search/index.ts'
import { isUuid } from '#platform/ids.ts'
import * as m from '#messages'
import { describeProduct } from '../../../head/describe-product.ts'
import { placeOf } from '../../../head/place.ts'
import { trail } from '../../../head/trail.ts'
import { firstChoice, offersOf } from './offers.ts'
import { Unsent } from '../../../whole-page.ts'
import type { PageServerLoad, PageServerLoadEvent } from './$types'

const NEIGHBOURS = 8

/** A product, the posts that show it, and its neighbours on the shelf. One that is sold no more says so. */
export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event
  const { ctx, shop } = locals
  const product = await findProduct(ctx, shop.id, params.handle)
  if (!product) error(404, 'No such product.')
  const collection = product.collections[0]?.handle
  const [posts, near] = await Promise.all([
    listPostsShowing(ctx, shop.id, product.id, 6),
    listProducts(ctx, shop.id, { collection, except: product.id, limit: NEIGHBOURS })
  ])
  const from = url.searchParams.get('post')
  const { title, text } = tell(event, product)
  const whole = {
    frame: 'wide' as const,
    ...{ product, title, text },
    ...offersOf(product),
    asked: url.searchParams.get('variant'),
    post: isUuid(from) ? from : null,
    posts,
    near: near.products
  }
  return { unsent: new Unsent(whole) }
}

const WIDTH = 1080

/** What other programs are told of a product, unless it is sold no more; the choice an address asks for is its offer. */
function tell(event: PageServerLoadEvent, product: ProductPage) {
  const { shop } = event.locals
  const card = cardOfProduct(product)
  if (product.state !== 'active') return card
  const place = placeOf(event)
  const asked = firstChoice(offersOf(product).choices, event.url.searchParams.get('variant'))
  const shown = product.variants.find(({ id }) => id === asked?.id)
  const images = product.pictures.flatMap((one) => jpegPath(one, WIDTH) ?? []).map((at) => place.origin + at)
  const about = { url: place.at(card.path), currency: shop.currency, seller: shop.name, images }
  const [first] = product.collections
  const way = [
    { name: shop.name, path: '/' },
    { name: m.places_products(), path: '/products' },
    ...(first ? [{ name: first.title, path: pathOf.collection(first) }] : []),
    { name: product.title, path: card.path }
  ]
  event.locals.about = {
    ...{ card, type: 'product', things: [describeProduct(product, about), trail(place, way)] },
    ...(shown && { offer: { amount: shown.price, available: shown.available, id: shown.id } })
  }
  return card
}
