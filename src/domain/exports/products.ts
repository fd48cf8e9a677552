import { sql } from 'kysely'
import type { Context } from '#context'
import { exponentOf } from '#platform/money/index.ts'
import { mediaBase } from '#domain/pictures/index.ts'
import { BATCH, byKey, decimal, iso, type Cell, type Export, type Wanted } from './export.ts'

type Variant = {
  id: string
  sku: string
  barcode: string | null
  options: string[]
  price: number
  compareAt: number | null
  cost: number | null
  grams: number
  requiresShipping: boolean
  tracked: boolean
  continueSelling: boolean
  onHand: number
  /** The store elsewhere that sells it, and what it is there; null when it is sold here. */
  store: { id: string; name: string; outsideId: string | null; url: string | null } | null
  picture: string | null
}
type Picture = { id: string; url: string; alt: string }

export type ProductRecord = {
  id: string
  handle: string
  title: string
  description: string
  vendor: string | null
  productType: string | null
  state: string
  taxClass: string
  tags: string[]
  options: { name: string; values: string[] }[]
  seoTitle: string | null
  seoDescription: string | null
  currency: string
  createdAt: string | null
  updatedAt: string | null
  variants: Variant[]
  pictures: Picture[]
}

/** The columns of Shopify's own files, so that any shop reads them; the first marks the file as ours for our own reader. */
const HEADINGS = [
  ...['Id (torilla)', 'Handle', 'Title', 'Body (HTML)', 'Vendor', 'Type', 'Tags', 'Published', 'Status'],
  ...['Option1 Name', 'Option1 Value', 'Option2 Name', 'Option2 Value', 'Option3 Name', 'Option3 Value'],
  ...['Variant SKU', 'Variant Grams', 'Variant Inventory Tracker', 'Variant Inventory Qty'],
  ...['Variant Inventory Policy', 'Variant Price', 'Variant Compare At Price', 'Variant Requires Shipping'],
  ...['Variant Taxable', 'Variant Barcode', 'Image Src', 'Image Position', 'Image Alt Text', 'SEO Title'],
  ...['SEO Description', 'Variant Image', 'Cost per item']
]

export const products: Export<ProductRecord> = {
  headings: HEADINGS,
  batches: (ctx, wanted) =>
    byKey(
      (after: string | undefined) => read(ctx, wanted, after),
      ({ id }) => id
    ),
  lines
}

async function read({ db }: Pick<Context, 'db'>, wanted: Wanted, after?: string): Promise<ProductRecord[]> {
  const { shop, span } = wanted
  const rows = await db
    .selectFrom('products')
    .select([
      'id',
      'handle',
      'title',
      'description',
      'vendor',
      'product_type',
      'state',
      'tax_class',
      'options'
    ])
    .select(['seo_title', 'seo_description', 'created_at', 'updated_at'])
    .select(
      sql<
        string[]
      >`array(select tag from product_tags t where t.shop_id = products.shop_id and t.product_id = products.id
        order by tag)`.as('tags')
    )
    .where('shop_id', '=', shop.id)
    .$if(after !== undefined, (query) => query.where('id', '>', after!))
    .$if(span.from !== undefined, (query) => query.where('updated_at', '>=', span.from!))
    .$if(span.before !== undefined, (query) => query.where('updated_at', '<', span.before!))
    .orderBy('id')
    .limit(BATCH)
    .execute()
  const ids = rows.map(({ id }) => id)
  const [variants, pictures] = ids.length
    ? await Promise.all([readVariants(db, wanted, ids), readPictures(db, wanted, ids)])
    : [new Map<string, Variant[]>(), new Map<string, Picture[]>()]
  return rows.map((row) => ({
    ...{ id: row.id, handle: row.handle, title: row.title, description: row.description, vendor: row.vendor },
    ...{ productType: row.product_type, state: row.state, taxClass: row.tax_class, tags: row.tags },
    options: row.options as ProductRecord['options'],
    ...{ seoTitle: row.seo_title, seoDescription: row.seo_description, currency: shop.currency },
    ...{ createdAt: iso(row.created_at), updatedAt: iso(row.updated_at) },
    variants: variants.get(row.id) ?? [],
    pictures: pictures.get(row.id) ?? []
  }))
}

async function readVariants(db: Context['db'], { shop, origin }: Wanted, ids: string[]) {
  const rows = await db
    .selectFrom('variants as v')
    .select(['id', 'product_id', 'sku', 'barcode', 'option_values', 'price', 'compare_at', 'cost', 'grams'])
    .select(['requires_shipping', 'tracked', 'continue_selling', 'picture_id'])
    .select(
      sql<number>`coalesce((select sum(on_hand) from stock s where s.shop_id = v.shop_id and s.variant_id = v.id), 0)`.as(
        'on_hand'
      )
    )
    .select(
      sql<Variant['store']>`(
        select json_build_object('id', st.id, 'name', st.name, 'outsideId', g.outside_id, 'url', g.url)
        from store_goods g join stores st on st.shop_id = g.shop_id and st.id = g.store_id
        where g.shop_id = v.shop_id and g.variant_id = v.id)`.as('store')
    )
    .where('shop_id', '=', shop.id)
    .where('product_id', 'in', ids)
    .where('archived_at', 'is', null)
    .orderBy('product_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const variant = (v: (typeof rows)[number]): Variant => ({
    ...{
      id: v.id,
      sku: v.sku,
      barcode: v.barcode,
      options: v.option_values,
      price: v.price,
      compareAt: v.compare_at
    },
    ...{ cost: v.cost, grams: v.grams, requiresShipping: v.requires_shipping, tracked: v.tracked },
    ...{ continueSelling: v.continue_selling, onHand: v.on_hand, store: v.store },
    picture: v.picture_id && addressOf(origin, shop.id, v.picture_id)
  })
  const grouped = Map.groupBy(rows, (row) => row.product_id)
  return new Map([...grouped].map(([id, list]) => [id, list.map(variant)]))
}

async function readPictures(db: Context['db'], { shop, origin }: Wanted, ids: string[]) {
  const rows = await db
    .selectFrom('product_pictures')
    .select(['product_id', 'picture_id', 'alt'])
    .where('shop_id', '=', shop.id)
    .where('product_id', 'in', ids)
    .orderBy('product_id')
    .orderBy('position')
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.product_id)
  return new Map(
    [...grouped].map(([id, list]) => [
      id,
      list.map((row) => ({
        id: row.picture_id,
        url: addressOf(origin, shop.id, row.picture_id),
        alt: row.alt
      }))
    ])
  )
}

const SHOWN = 640

const addressOf = (origin: string, shopId: number, pictureId: string): string =>
  `${origin}${mediaBase(shopId, pictureId)}/${SHOWN}.jpg`

/** A line for each variant and, beside them, each picture; what is the product's own stands on the first. */
function lines(product: ProductRecord, { shop }: Wanted): Cell[][] {
  const exponent = exponentOf(shop.currency)
  const count = Math.max(product.variants.length, product.pictures.length)
  return Array.from({ length: count }, (_, i) => {
    const [variant, picture] = [product.variants[i], product.pictures[i]]
    return [
      product.id,
      product.handle,
      ...(i ? Array<null>(7).fill(null) : factsOf(product)),
      ...optionCells(product, variant, i),
      ...(variant ? variantCells(product, variant, exponent) : Array<null>(10).fill(null)),
      ...(picture ? [picture.url, i + 1, picture.alt] : [null, null, null]),
      ...(i ? [null, null] : [product.seoTitle, product.seoDescription]),
      variant?.picture ?? null,
      decimal(variant?.cost ?? null, exponent)
    ]
  })
}

const yes = (answer: boolean) => (answer ? 'TRUE' : 'FALSE')

const factsOf = (p: ProductRecord): Cell[] => [
  ...[p.title, p.description, p.vendor, p.productType, p.tags.join(', ')],
  yes(p.state === 'active'),
  p.state
]

/** Shopify writes the one variant of a product without options as Title = Default Title. */
function optionCells({ options }: ProductRecord, variant: Variant | undefined, i: number): Cell[] {
  const named = options.length ? options.map(({ name }) => name) : ['Title']
  const values = options.length ? variant?.options : variant && ['Default Title']
  return [0, 1, 2].flatMap((slot) => [i ? null : (named[slot] ?? null), values?.[slot] ?? null])
}

const variantCells = ({ taxClass }: ProductRecord, v: Variant, exponent: number): Cell[] => [
  asCode(v.sku),
  v.grams,
  v.tracked ? 'torilla' : null,
  v.tracked ? v.onHand : null,
  v.continueSelling ? 'continue' : 'deny',
  decimal(v.price, exponent),
  decimal(v.compareAt, exponent),
  yes(v.requiresShipping),
  yes(taxClass !== 'zero'),
  asCode(v.barcode)
]

/** Readers take one apostrophe before a code for a spreadsheet's; one that belongs to it is written twice. */
const asCode = (code: string | null): string | null => (code?.startsWith("'") ? `'${code}` : code)
