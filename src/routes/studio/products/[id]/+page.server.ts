import { error } from '@sveltejs/kit'
import { can } from '#domain/accounts/index.ts'
import { findEditableProduct, listCollections, listTags } from '#domain/catalog/index.ts'
import { listLocations } from '#domain/stock/index.ts'
import { isUuid } from '#platform/ids.ts'
import { pictures, rearrange, save } from '../editor/actions.ts'
import { formOf } from '../editor/form.ts'
import { sell } from '../editor/sell.ts'
import { soldAt } from '../editor/sold-at.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor, locale }, params, url }) => {
  const product = isUuid(params.id) ? await findEditableProduct(ctx, shop.id, params.id) : undefined
  if (!product) error(404, 'No such product.')
  const [collections, tags, locations, sold] = await Promise.all([
    listCollections(ctx, shop.id),
    listTags(ctx, shop.id),
    listLocations(ctx, shop.id),
    soldAt(ctx, shop.id, product)
  ])
  return {
    form: formOf(product, shop.currency, locale),
    title: product.title,
    live: product.state === 'active' ? `/products/${product.handle}` : null,
    saved: url.searchParams.has('saved'),
    mayWrite: can(actor, 'products.write'),
    collections,
    tags: tags.map(({ tag }) => tag),
    locations,
    sold
  }
}

export const actions = { save, rearrange, pictures, sell }
