import type { Db, Tx } from '#platform/database/index.ts'
import { refused, type Outcome } from '#platform/outcome.ts'
import {
  isOurs,
  isToBeHad,
  readGoods,
  readGoodsBySku,
  readGoodsOfProducts,
  type GoodsOnShelf
} from './goods.ts'
import { MOST_OF_ONE } from './schema.ts'

type Item = { quantity: number } & ({ variantId: string } | { productId: string } | { sku: string })

export type Picked = {
  variantId: string
  productId: string
  quantity: number
  price: number
  choiceOpen: boolean
  /** Whether pieces of ours are counted for it. */
  tracked: boolean
  ours: boolean
}
export type PickRefusal = 'variant_unknown' | 'sold_out'

/**
 * Finds the variant that each item means. An unknown, drafted or archived one, or one with none left, is refused; of
 * what is `held` for this very shopper already there is some left for them.
 */
export async function pickItems(
  db: Db | Tx,
  shopId: number,
  items: readonly Item[],
  held: ReadonlySet<string>
): Promise<Outcome<Picked[], PickRefusal>> {
  const goods = await readAll(db, shopId, items)
  const picked = new Map<string, Picked>()
  const can = (one: GoodsOnShelf) => isToBeHad(one) || (isOurs(one) && held.has(one.variantId))
  for (const item of items) {
    const live = goods.filter((g) => g.live && matches(g, item))
    const one = live.find(can) ?? live[0]
    if (!one) return refused('variant_unknown')
    if (!can(one)) return refused('sold_out', { title: one.title })
    const { variantId, productId, price } = one
    const [ours, tracked] = [isOurs(one), isOurs(one) && one.tracked]
    const quantity = Math.min(MOST_OF_ONE, item.quantity + (picked.get(variantId)?.quantity ?? 0))
    picked.set(variantId, {
      ...{ variantId, productId, price, tracked, ours, quantity },
      choiceOpen: live.length > 1
    })
  }
  return { ok: true, value: [...picked.values()] }
}

function matches(goods: GoodsOnShelf, item: Item): boolean {
  if ('variantId' in item) return goods.variantId === item.variantId
  if ('productId' in item) return goods.productId === item.productId
  return goods.sku === item.sku
}

/** One statement per way of naming goods; a request almost always uses one. */
async function readAll(db: Db | Tx, shopId: number, items: readonly Item[]): Promise<GoodsOnShelf[]> {
  const variantIds = items.flatMap((item) => ('variantId' in item ? [item.variantId] : []))
  const productIds = items.flatMap((item) => ('productId' in item ? [item.productId] : []))
  const skus = items.flatMap((item) => ('sku' in item ? [item.sku] : []))
  const found: GoodsOnShelf[] = []
  if (variantIds.length) found.push(...(await readGoods(db, shopId, variantIds)))
  if (productIds.length) found.push(...(await readGoodsOfProducts(db, shopId, productIds)))
  if (skus.length) found.push(...(await readGoodsBySku(db, shopId, skus)))
  return found
}
