import type { Context } from '#context'
import { saveCollection, saveProduct } from '#domain/catalog/index.ts'
import { receiveStock } from '#domain/stock/index.ts'
import { demoCollections, demoGoods, type DemoGood } from '../drawings/index.ts'
import { chance } from '../story/chance.ts'
import type { Moment } from '../story/moments.ts'
import { must } from '../story/must.ts'
import type { Market } from './market.ts'
import { productOf } from './product-of.ts'

/** The goods a market of this scale has: the ones the posts are about come first. */
export const goodsFor = ({ goods }: Market['scale']): DemoGood[] =>
  demoGoods.toSorted((a, b) => stars.indexOf(b.handle) - stars.indexOf(a.handle)).slice(0, goods)

const stars = ['gull-tee', 'small-herring-tee', 'gull-mug', 'coffee-tee', 'name-bottle', 'herring-tee']

/** Puts every good on its shelf, at its full price and with its pictures. */
export async function fillShelves(market: Market, ctx: Context): Promise<void> {
  const collections = await openCollections(market, ctx)
  const locationId = await defaultLocation(market)
  const shelve = async (good: DemoGood) => {
    const pictureIds = await paintGood(market, good)
    const shelving = { pictureIds, collectionId: collections.get(good.collection)!, locationId }
    const { id } = await must(saveProduct(ctx, market.owner, productOf(good, shelving, 'full')))
    market.shelf.set(good.handle, { handle: good.handle, productId: id, pictureIds, variants: [] })
  }
  await Promise.all(goodsFor(market.scale).map(shelve))
  await countVariants(market)
}

async function openCollections(market: Market, ctx: Context): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [position, { handle, title }] of demoCollections.entries()) {
    const { id } = await must(saveCollection(ctx, market.owner, { handle, title: title.en, position }))
    ids.set(handle, id)
  }
  return ids
}

const paintGood = ({ paint, scale }: Market, good: DemoGood): Promise<string[]> =>
  Promise.all(
    [good.picture, ...(good.morePictures ?? [])].map((draw) =>
      paint(draw(), Math.round(scale.pixels / 1.2), good.title.en)
    )
  )

async function defaultLocation({ ctx, shop }: Market): Promise<string> {
  const query = ctx.db.selectFrom('locations').select('id').where('shop_id', '=', shop.id)
  return (await query.where('is_default', '=', true).executeTakeFirstOrThrow()).id
}

/** Reads back what there is to buy: ids, prices and pieces, as the story will need them. */
async function countVariants({ ctx, shop, shelf }: Market): Promise<void> {
  const rows = await ctx.db
    .selectFrom('variants as v')
    .innerJoin('stock as s', (join) =>
      join.onRef('s.shop_id', '=', 'v.shop_id').onRef('s.variant_id', '=', 'v.id')
    )
    .select(['v.id', 'v.product_id', 'v.sku', 'v.option_values as choice', 'v.price', 's.on_hand as left'])
    .where('v.shop_id', '=', shop.id)
    .orderBy('v.position')
    .execute()
  const byProduct = Map.groupBy(rows, (row) => row.product_id)
  for (const good of shelf.values()) good.variants = byProduct.get(good.productId) ?? []
}

/** Prices that come down while the story goes on: the lowest of thirty days is then the full price. */
export function reducePrices(market: Market): Moment[] {
  const dice = chance('prices')
  const reduced = goodsFor(market.scale).filter(({ compareAtMinor }) => compareAtMinor)
  return reduced.map((good) => ({
    at: market.calendar.at(Math.round(dice.between(3, Math.max(3, market.scale.days - 8))), '08:30'),
    alone: true,
    tell: (ctx) => reduce(market, ctx, good)
  }))
}

async function reduce(market: Market, ctx: Context, good: DemoGood): Promise<void> {
  const shelved = market.shelf.get(good.handle)!
  const { collectionIds: _same, ...input } = productOf(
    good,
    { pictureIds: shelved.pictureIds, collectionId: '', locationId: '' },
    'reduced'
  )
  await must(saveProduct(ctx, market.owner, { ...input, id: shelved.productId, version: 1 }))
}

/** The herring tee went faster than anyone thought: a box of the middle size comes from the printer's. */
export function receiveHerrings(market: Market): Moment[] {
  const herring = market.shelf.get('herring-tee')?.variants ?? []
  const middle = herring.filter(({ choice }) => choice.includes('M'))
  return middle.map(({ id: variantId }) => ({
    at: market.calendar.at(2, '11:40'),
    tell: (ctx) => must(receiveStock(ctx, market.owner, { variantId, quantity: 12 }))
  }))
}
