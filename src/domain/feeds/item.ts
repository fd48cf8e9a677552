import { mediaBase } from '#domain/pictures/index.ts'
import { deliveriesOf } from './deliveries.ts'
import type { Feed } from './feed.ts'
import type { Goods, GoodsPicture, GoodsVariant } from './goods.ts'
import { gtinOf } from './gtin.ts'
import { labelsOf } from './labels.ts'
import type { Delivery, NetworkSpec } from './networks/spec.ts'
import { cutTo } from './plain-text.ts'
import { said } from './said.ts'
import type { FeedTerms } from './terms.ts'
import { traitsOf, type Option, type Trait } from './traits.ts'

export type Availability = 'in' | 'out' | 'backorder'

/** One variant within a network's limits, before it is written as XML or as a row. Prices are like 34.00 EUR. */
export type Item = {
  id: string
  groupId: string | null
  title: string
  description: string
  link: string
  /** Fills a cart with one piece. */
  buyLink: string
  pictures: readonly string[]
  availability: string
  availableOn: string | null
  quantity: number | null
  price: string
  salePrice: string | null
  brand: string
  gtin: string | null
  mpn: string | null
  traits: Partial<Record<Trait, string>>
  options: readonly Option[]
  category: string | null
  productType: string | null
  weight: string | null
  deliveries: readonly Delivery[]
  labels: readonly string[]
}

export type TellingFeed = Pick<Feed, 'network' | 'settings' | 'linkCode' | 'name'>

/** Everything that goes into one item. */
export type Telling = {
  feed: TellingFeed
  spec: NetworkSpec
  terms: FeedTerms
  goods: Goods
  /** The product's description in plain words: the same for all its variants. */
  words: string
  variant: GoodsVariant
}

const WIDEST = 2_000
const DAY_MS = 86_400_000

/** A variant as a feed tells it. */
export function itemOf(telling: Telling): Item {
  const { feed, spec, terms, goods, variant } = telling
  const availability = availabilityOf(variant)
  const gtin = gtinOf(variant.barcode)
  return {
    id: feed.settings.idFrom === 'sku' ? variant.sku : variant.id,
    groupId: goods.variants.length > 1 ? goods.id : null,
    ...wordsOf(telling),
    link: linkOf(telling),
    buyLink: `${terms.origin}/buy/${tokenOf(variant.sku)}:1`,
    pictures: shownPictures(goods, variant)
      .slice(0, spec.limits.pictures + 1)
      .map((picture) => addressOf(terms, picture)),
    availability: spec.availability[availability],
    availableOn: availability === 'backorder' ? dayAfter(terms.now, feed.settings.backorderDays) : null,
    quantity: variant.tracked && !variant.continueSelling ? Math.max(variant.free, 0) : null,
    ...pricesOf(variant, terms.currency),
    gtin,
    // A maker's number is the maker's: of goods with a vendor, the SKU is the nearest thing to it that a shop has.
    mpn: goods.vendor && !gtin ? variant.sku : null,
    category: categoryOf(telling),
    productType: goods.productType,
    weight: variant.requiresShipping && variant.grams > 0 ? `${variant.grams} g` : null,
    deliveries: deliveriesOf(terms, variant),
    labels: labelsOf(telling).map((label) => cutTo(label, spec.limits.label))
  }
}

/** A variant's title before it is cut to a network's limit, and what its buyer chose. */
export function titleOf({ goods, variant }: Pick<Telling, 'goods' | 'variant'>) {
  const options = goods.options.flatMap(({ name }, i): Option[] => {
    const value = variant.optionValues[i]
    return value ? [{ name, value }] : []
  })
  return { title: [goods.title, ...options.map(({ value }) => value)].join(' – '), options }
}

function wordsOf(telling: Telling) {
  const { feed, spec, terms, goods, words } = telling
  const { title, options } = titleOf(telling)
  return {
    title: cutTo(title, spec.limits.title),
    description: cutTo(words || title, spec.limits.description),
    brand: cutTo(goods.vendor || feed.settings.brand || terms.shopName, spec.limits.brand),
    options,
    traits: traitsOf(options)
  }
}

function pricesOf({ price, compareAt }: GoodsVariant, currency: string) {
  const onSale = compareAt !== null && compareAt > price
  return {
    price: said(onSale ? compareAt : price, currency),
    salePrice: onSale ? said(price, currency) : null
  }
}

function categoryOf({ feed, goods }: Telling): string | null {
  const type = goods.productType?.toLowerCase()
  return feed.settings.categories.find((one) => one.type.toLowerCase() === type)?.category ?? null
}

function availabilityOf({ tracked, free, continueSelling }: GoodsVariant): Availability {
  if (!tracked || free > 0) return 'in'
  return continueSelling ? 'backorder' : 'out'
}

/** An item of a buy link: as it is where its characters allow, else encoded (UCP permalink). */
const tokenOf = (id: string): string =>
  /^[A-Za-z0-9._-]+$/.test(id) ? id : `~${Buffer.from(id).toString('base64url')}`

/** The variant's own picture first, then the product's in order; only those of which a JPEG exists. */
export function shownPictures({ pictures }: Goods, { pictureId }: GoodsVariant): GoodsPicture[] {
  const ready = pictures.filter(({ jpeg }) => jpeg.length > 0)
  const own = ready.filter(({ id }) => id === pictureId)
  return [...own, ...ready.filter(({ id }) => id !== pictureId)]
}

function addressOf({ origin, shopId }: FeedTerms, { id, jpeg }: GoodsPicture): string {
  const width = jpeg.filter((one) => one <= WIDEST).at(-1) ?? jpeg[0]
  return `${origin}${mediaBase(shopId, id)}/${width}.jpg`
}

/** A product's page at this variant, saying by which feed its reader came: `tl` is the feed's own link. */
function linkOf({ feed, terms, goods, variant }: Telling): string {
  const query = new URLSearchParams({
    ...(goods.variants.length > 1 && { variant: variant.id }),
    utm_source: feed.network === 'meta' ? 'facebook' : feed.network,
    utm_medium: feed.settings.utmMedium,
    utm_campaign: feed.settings.utmCampaign || feed.name,
    tl: feed.linkCode
  })
  return `${terms.pageOf(goods.handle)}?${query}`
}

const dayAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10)
