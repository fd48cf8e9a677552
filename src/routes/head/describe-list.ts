import type { CollectionPage } from 'schema-dts'
import type { ProductCard } from '#domain/catalog/index.ts'
import { pathOf } from '#domain/pages/index.ts'
import type { Place } from './page-about.ts'

/** A shelf as search engines read it: the addresses of its first goods in their order. */
export const describeList = (
  products: readonly ProductCard[],
  { at, name, path }: Place & { name: string; path: string }
): CollectionPage => ({
  '@type': 'CollectionPage',
  name,
  url: at(path),
  mainEntity: {
    '@type': 'ItemList',
    itemListElement: products.map((product, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      url: at(pathOf.product(product)),
      name: product.title
    }))
  }
})
