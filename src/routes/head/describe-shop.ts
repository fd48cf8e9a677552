import type { Organization, SearchAction, WebSite } from 'schema-dts'
import type { Shop } from '#domain/shops/index.ts'
import type { Place } from './page-about.ts'

/** schema-dts knows no `query-input`; Google asks for it by this name. */
type Search = SearchAction & { 'query-input': string }

/** Who a shop is, and how its square is searched. */
export function describeShop(shop: Shop, { origin, at }: Place): [Organization, WebSite] {
  const { name, about, contactEmail, country } = shop
  const search = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${at('/search')}?q={query}` },
    'query-input': 'required name=query'
  } as Search
  return [
    {
      '@type': 'Organization',
      '@id': `${origin}/#shop`,
      name,
      url: `${origin}/`,
      ...(about && { description: about }),
      ...(contactEmail && { email: contactEmail }),
      address: { '@type': 'PostalAddress', addressCountry: country }
    },
    {
      '@type': 'WebSite',
      '@id': `${origin}/#square`,
      name,
      url: `${origin}/`,
      inLanguage: ['en', 'fi', 'nb'],
      publisher: { '@id': `${origin}/#shop` },
      potentialAction: search
    }
  ]
}
