import type { Context } from '#context'
import { setLevels } from '#domain/stock/index.ts'
import type { Counter } from './index.ts'

export type GivenProduct = {
  title?: string
  /** Minor units, VAT included. */
  price?: number
  /** Pieces of each variant at the default place; null leaves the variants uncounted. */
  stock?: number | null
  /** Like { Size: ['S', 'M'] }: one variant for each combination. */
  options?: Record<string, readonly string[]>
  state?: 'draft' | 'active' | 'archived'
  continueSelling?: boolean
  grams?: number
  requiresShipping?: boolean
  taxClass?: string
}

export type Given = {
  id: string
  handle: string
  title: string
  variants: { id: string; sku: string; options: string[] }[]
  /** The first variant's, for products of one variant. */
  variantId: string
  sku: string
}

export function catalogFactories(ctx: Context, shopId: number, n: Counter) {
  /** A product on the shelf, with its variants and their stock, each piece journalled. */
  async function product(given: GivenProduct = {}): Promise<Given> {
    const i = n()
    const id = ctx.ids.next()
    const title = given.title ?? `Tee ${i}`
    const handle = `tee-${i}`
    const now = ctx.clock.now()
    const names = Object.keys(given.options ?? {})
    const row = { shop_id: shopId, id, handle, title, state: given.state ?? 'active' }
    const options = JSON.stringify(names.map((name) => ({ name, values: given.options![name] })))
    await ctx.db
      .insertInto('products')
      .values({ ...row, options, tax_class: given.taxClass ?? 'standard', created_at: now, updated_at: now })
      .execute()
    const variants = combinations(Object.values(given.options ?? {})).map((values, position) => ({
      id: ctx.ids.next(),
      sku: `T${i}${values.map((value) => `-${value}`).join('')}`,
      options: values,
      position
    }))
    await insertVariants(id, variants, given)
    if (given.stock !== null) await stock(variants, given.stock ?? 10)
    return { id, handle, title, variants, variantId: variants[0]!.id, sku: variants[0]!.sku }
  }

  async function insertVariants(
    productId: string,
    variants: { id: string; sku: string; options: string[]; position: number }[],
    given: GivenProduct
  ): Promise<void> {
    const rows = variants.map(({ id, sku, options, position }) => ({
      shop_id: shopId,
      id,
      product_id: productId,
      sku,
      option_values: options,
      position,
      price: given.price ?? 3400,
      grams: given.grams ?? 200,
      tracked: given.stock !== null,
      continue_selling: given.continueSelling ?? false,
      requires_shipping: given.requiresShipping ?? true
    }))
    await ctx.db.insertInto('variants').values(rows).execute()
  }

  async function stock(variants: { id: string }[], onHand: number): Promise<void> {
    const levels = variants.map(({ id }) => ({ variantId: id, onHand }))
    await ctx.db
      .transaction()
      .execute((tx) => setLevels(ctx, tx, shopId, levels, { reason: 'received', actor: null }))
  }

  /** Another place with stock, beside the shop's default one. */
  async function location(name = 'Back room', options: { pickup?: boolean } = {}): Promise<string> {
    const id = ctx.ids.next()
    const row = { shop_id: shopId, id, name, pickup: options.pickup ?? false }
    await ctx.db.insertInto('locations').values(row).execute()
    return id
  }

  return { product, location }
}

function combinations(lists: (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>((all, list) => all.flatMap((head) => list.map((v) => [...head, v])), [[]])
}
