import { createStore, setStoreGoods } from '#domain/stores/index.ts'
import { must } from '../story/must.ts'
import type { Market } from './market.ts'
import { printerTells } from './printer-tells.ts'

/** An address of nobody: example.com is kept for examples, and its name says so too. */
const STORE = {
  name: 'Tyrsky Prints (example)',
  kind: 'shopify',
  address: 'https://tyrsky-prints.example.com'
} as const

const PRINTS = ['archipelago-poster', 'stalls-poster']

/** Since this morning the printer sells two of the prints: they are shown here, and a cart of them goes on there. */
export async function openPrintRoom(market: Market): Promise<void> {
  const { ctx, owner, shelf } = market
  const prints = PRINTS.flatMap((handle) => shelf.get(handle) ?? [])
  if (prints.length === 0) return
  const { id: storeId } = await must(createStore(ctx, owner, STORE))
  let outside = 44_010_000_001
  for (const { productId, variants } of prints) {
    const goods = variants.map(({ id: variantId }) => ({ variantId, storeId, outsideId: String(outside++) }))
    await must(setStoreGoods(ctx, owner, { productId, goods }))
  }
  await printerTells(market, storeId, prints)
}
