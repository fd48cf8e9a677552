/** One product of the demo market: what the shop says of it, and how its pictures are drawn. */
import type { Finish, Kind } from '../goods/index.ts'
import { productPicture, type Setting } from '../product-picture.ts'
import type { StockRule } from './stock.ts'

export type Words = { readonly en: string; readonly fi: string; readonly nb: string }
export type DemoOption = { readonly name: string; readonly values: readonly string[] }

export type DemoGood = {
  readonly handle: string
  readonly kind: Kind
  readonly finish: Finish
  readonly title: Words
  readonly description: Words
  readonly vendor: string
  readonly type: string
  readonly tags: readonly string[]
  readonly collection: CollectionHandle
  /** Euro cents, VAT included. */
  readonly priceMinor: number
  readonly compareAtMinor?: number
  readonly weightGrams: number
  readonly options: readonly DemoOption[]
  /** How many are on hand of a variant, named by its option values in order. */
  readonly stock: StockRule
  readonly picture: () => string
  readonly morePictures?: readonly (() => string)[]
}

export type CollectionHandle = 'shirts' | 'warm' | 'bags' | 'table' | 'sauna' | 'wall' | 'small'

type Shared = Pick<DemoGood, 'kind' | 'vendor' | 'type' | 'collection' | 'weightGrams'> &
  Partial<Pick<DemoGood, 'options' | 'stock'>>
type Own = Pick<DemoGood, 'title' | 'description' | 'tags' | 'finish' | 'priceMinor'> &
  Partial<Pick<DemoGood, 'compareAtMinor' | 'weightGrams' | 'options' | 'stock' | 'vendor'>> &
  Setting & { also?: readonly (Finish & Setting)[] }

export const say = (en: string, fi: string, nb: string): Words => ({ en, fi, nb })

/** Makes the goods of one kind: what they share first, then each by handle. `also` draws it in other colours. */
export function shelf(shared: Shared, goods: Readonly<Record<string, Own>>): DemoGood[] {
  return Object.entries(goods).map(([handle, { bg, turn, also = [], ...own }]) => {
    const draw = (finish: Finish, setting: Setting) => () => productPicture(shared.kind, finish, setting)
    return {
      handle,
      options: [],
      stock: () => 40,
      ...shared,
      ...own,
      tags: [...own.tags, shared.kind],
      picture: draw(own.finish, { bg, turn }),
      morePictures: also.map(({ bg: ground = bg, turn: lean = turn, ...finish }) =>
        draw({ ...own.finish, ...finish }, { bg: ground, turn: lean })
      )
    }
  })
}
