/** Everything the demo market sells, stall by stall, and a good by its handle. */
import { bags } from './bags.ts'
import { bottles } from './bottles.ts'
import type { DemoGood } from './demo-good.ts'
import { hoodies } from './hoodies.ts'
import { knitwear } from './knitwear.ts'
import { longsleeves } from './longsleeves.ts'
import { mugs } from './mugs.ts'
import { posters } from './posters.ts'
import { sauna } from './sauna.ts'
import { stickers } from './stickers.ts'
import { tees } from './tees.ts'

export { demoCollections } from './collections.ts'
export type { CollectionHandle, DemoGood, DemoOption, Words } from './demo-good.ts'

export const demoGoods: readonly DemoGood[] = [
  ...tees,
  ...longsleeves,
  ...hoodies,
  ...knitwear,
  ...bags,
  ...mugs,
  ...bottles,
  ...sauna,
  ...posters,
  ...stickers
]

const byHandle = new Map(demoGoods.map((good) => [good.handle, good]))

/** The good with a handle; throws on one the market does not sell. */
export function demoGood(handle: string): DemoGood {
  const good = byHandle.get(handle)
  if (!good) throw new Error(`The demo market sells no ${handle}`)
  return good
}
