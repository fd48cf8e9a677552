import type { Thing } from 'schema-dts'
import type { PageCard } from '#domain/pages/index.ts'

/** What a page of the square tells other programs about itself. Its load says it; the document's head writes it. */
export type PageAbout = {
  card: PageCard
  type: 'website' | 'article' | 'product'
  /** What search engines read (schema.org). */
  things: Thing[]
  /** A product of one price and stock, as shops' catalogues know it. Minor units. */
  offer?: { amount: number; available: boolean; id: string }
  publishedAt?: Date
  /** Which posts a reader of feeds is offered here: all, or those of a campaign. */
  news?: 'all' | { campaign: string }
}

/** Where a page is, for what it says about itself. `at` makes a whole address in the reader's language. */
export type Place = { origin: string; at(path: string): string }
