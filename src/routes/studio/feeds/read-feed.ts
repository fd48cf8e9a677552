import type { FeedInput } from '#domain/feeds/index.ts'
import { parseMoney } from '#platform/money/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

type Settings = NonNullable<FeedInput['settings']>
type Read = Outcome<Omit<FeedInput, 'secret'>, 'invalid'>

/** A feed as its form gives it: sums as people type them, tags between commas, categories a line each. */
export function feedInputOf(form: FormData, currency: string): Read {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const minPrice = text('minPrice') ? parseMoney(text('minPrice'), currency) : 0
  if (minPrice === undefined) return refused('invalid', { field: 'minPrice' })
  const categories = categoriesOf(text('categories'))
  if (!categories) return refused('invalid', { field: 'categories' })
  const settings = {
    idFrom: text('idFrom') || undefined,
    collections: form.getAll('collections').map(String),
    tags: text('tags').split(',').map((tag) => tag.trim()).filter(Boolean), // prettier-ignore
    inStockOnly: form.get('inStockOnly') === 'on',
    minPrice,
    labels: [0, 1, 2, 3, 4].map((n) => text(`label${n}`) || 'none'),
    utmMedium: text('utmMedium'),
    utmCampaign: text('utmCampaign'),
    brand: text('brand'),
    backorderDays: Number(text('backorderDays') || 14),
    categories
  } as Settings
  const head = {
    name: text('name'),
    network: text('network'),
    country: text('country'),
    locale: text('locale')
  }
  return done({ ...(head as Omit<FeedInput, 'secret' | 'settings'>), settings })
}

/** Lines like "T-shirts = 212" or "T-shirts = Apparel & Accessories > Clothing". */
function categoriesOf(text: string): Settings['categories'] | undefined {
  const lines = text.split('\n').filter((line) => line.trim())
  const read = lines.map((line) => /^\s*([^=]+?)\s*=\s*(\S.*?)\s*$/.exec(line))
  if (read.some((match) => !match)) return undefined
  return read.map((match) => ({ type: match![1]!, category: match![2]! }))
}
