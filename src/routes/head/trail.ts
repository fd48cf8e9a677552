import type { BreadcrumbList } from 'schema-dts'
import type { Place } from './page-about.ts'

/** The way to a page from the front, as search engines show it above its name. */
export const trail = ({ at }: Place, steps: readonly { name: string; path: string }[]): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, path }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name,
    item: at(path)
  }))
})
